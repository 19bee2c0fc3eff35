import type { Selectable, Transaction } from 'kysely';
import { replyOf } from '../conversation/reply.ts';
import type { Address } from '../ports/addresses.ts';
import type { Draft, DraftDone, Drafts, DraftSection, LetterContent, NewDraft } from '../ports/drafts.ts';
import type { Cipher } from './cipher.ts';
import { putDelivery } from './outbox.ts';
import { stored } from './stored.ts';
import type { Database, Tables } from './tables.ts';
import { appendUtterance, type ToldOfUtterance } from './utterances.ts';

export function createDrafts(db: Database, cipher: Cipher, tell: ToldOfUtterance): Drafts {
  return {
    put: (draft) => stored('put a draft', () => put(db, cipher, draft)),
    list: (state, limit) =>
      stored('list drafts', async () => {
        const rows = await db
          .selectFrom('drafts')
          .selectAll()
          .where('state', '=', state)
          .orderBy('at')
          .orderBy('id')
          .limit(limit)
          .execute();
        return rows.map(draftOf);
      }),
    read: (id) =>
      stored('read a draft', async () => {
        const row = await db.selectFrom('drafts').selectAll().where('id', '=', id).executeTakeFirst();
        return row === undefined ? null : draftOf(row);
      }),
    edit: (id, texts, at) =>
      stored('edit a draft', () => db.transaction().execute((transaction) => edit(transaction, id, texts, at))),
    drop: (id, at) => stored('drop a draft', () => close(db, id, 'dropped', at)),
    approve: (id, at) =>
      stored('approve a draft', async () => {
        const outcome = await db.transaction().execute((transaction) => approve(transaction, cipher, { id, at }));
        if (typeof outcome === 'string') return outcome;
        tell.wrote(outcome.conversation, Infinity);
        tell.wasPut();
        return 'done';
      }),
  };
}

async function put(db: Database, cipher: Cipher, { where, sections, at, ...draft }: NewDraft): Promise<void> {
  await db
    .insertInto('drafts')
    .values({
      ...draft,
      sections: JSON.stringify(sections),
      address: cipher.seal(rowName(draft.id), where),
      state: 'open',
      at,
      changed_at: at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

async function edit(
  transaction: Transaction<Tables>,
  id: string,
  texts: readonly string[],
  at: string,
): Promise<DraftDone> {
  const draft = await openDraft(transaction, id);
  if (draft === null) return 'not-open';
  const sections = draft.sections.map((section, index): DraftSection => {
    const text = texts[index] ?? section.text;
    return { ...section, text, missing: isAnswer(section) && text.trim() === '' };
  });
  await transaction
    .updateTable('drafts')
    .set({ sections: JSON.stringify(sections), changed_at: at })
    .where('id', '=', id)
    .execute();
  return 'done';
}

/** What the desk says outside a question may be left away; an answer may not. */
function isAnswer({ heading, asked }: DraftSection): boolean {
  return heading !== null || asked !== undefined;
}

async function approve(
  transaction: Transaction<Tables>,
  cipher: Cipher,
  { id, at }: { readonly id: string; readonly at: string },
): Promise<Draft | 'not-open' | 'incomplete'> {
  const draft = await openDraft(transaction, id);
  if (draft === null) return 'not-open';
  const where = cipher.open(rowName(id), draft.address) as Address['where'] | null;
  if (where === null || draft.sections.some(({ missing }) => missing)) return 'incomplete';
  const done = await close(transaction, id, 'sent', at);
  if (done === 'not-open') return done;
  const { conversation, channel, language, sections, register } = draft;
  const content: LetterContent = {
    kind: 'letter',
    where,
    language,
    sections,
    ...(register !== undefined && { register }),
  };
  const reply = replyOf(language, textOf(draft));
  await appendUtterance(transaction, { conversation, activity: `${id}/sent`, reply, at });
  await putDelivery(transaction, cipher, { id, conversation, channel, content, due: at });
  return draft;
}

/** What the journal keeps of the letter: everything a person reads. */
function textOf({ sections }: Draft): string {
  return sections.map(({ heading, text }) => (heading === null ? text : `**${heading}**\n\n${text}`)).join('\n\n');
}

async function close(
  db: Pick<Database, 'updateTable'>,
  id: string,
  state: 'sent' | 'dropped',
  at: string,
): Promise<DraftDone> {
  const { numUpdatedRows } = await db
    .updateTable('drafts')
    .set({ state, changed_at: at })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n ? 'done' : 'not-open';
}

async function openDraft(transaction: Transaction<Tables>, id: string) {
  const row = await transaction
    .selectFrom('drafts')
    .selectAll()
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return row === undefined ? null : { ...draftOf(row), address: row.address };
}

/** A row as it was written: this program is its only writer, so its JSON is trusted. */
function draftOf(row: Selectable<Tables['drafts']>): Draft {
  const { id, conversation, channel, language, state, doubt, register, at } = row;
  const sections = JSON.parse(row.sections) as readonly DraftSection[];
  return {
    id,
    conversation,
    channel,
    language,
    sections,
    state,
    at,
    changedAt: row.changed_at,
    ...(doubt !== null && { doubt }),
    ...(register !== null && { register }),
  };
}

/** Where an open or closed draft goes, in the clear; null when it cannot be opened. */
export function draftAddress(
  cipher: Cipher,
  { id, address }: { readonly id: string; readonly address: string },
): unknown {
  return cipher.open(rowName(id), address);
}

function rowName(id: string): string {
  return `drafts ${id}`;
}
