import type { Address } from '../ports/addresses.ts';
import type { Exported, Kept, PersonalData } from '../ports/personal-data.ts';
import type { Cipher } from './cipher.ts';
import { addressOf } from './addresses.ts';
import { forgetNames } from './audit-names.ts';
import { draftAddress } from './drafts.ts';
import { eraseFrom, erasureOf, settle } from './erase.ts';
import { contentOf, recipientMark } from './outbox.ts';
import { forgetRefused } from './refused-mails.ts';
import { forgetRevocations, revoke } from './revocations.ts';
import { stored } from './stored.ts';
import type { Database, Tables } from './tables.ts';

/** `erased` is told after each erasure: what is in memory goes as well. */
export function createPersonalData(db: Database, cipher: Cipher, erased: (conversation: string) => void): PersonalData {
  /** The log of deeds is cleaned once for all of them: it is long. Returns how many there were. */
  const eraseAll = async (conversations: readonly string[], at: string): Promise<number> => {
    const names = new Set<string>();
    let were = 0;
    for (const conversation of conversations) {
      const was = await db.transaction().execute(async (within) => {
        for (const name of await eraseFrom(within, conversation, at)) names.add(name);
        await revoke(within, conversation, at);
        return within.deleteFrom('conversations').where('id', '=', conversation).executeTakeFirst();
      });
      if (was.numDeletedRows === 0n) continue;
      were += 1;
      erased(conversation);
    }
    await db.transaction().execute((within) => forgetNames(within, names));
    return were;
  };
  return {
    find: (words) => stored('look for a person', () => find(db, cipher, words.trim())),
    export: (conversation) => stored('export a conversation', () => exported(db, cipher, conversation)),
    erase: (conversation, at) =>
      stored('erase a conversation', async () => {
        const address = await addressOf(db, cipher, conversation);
        const done = await eraseAll([conversation], at);
        if (address !== null) await forgetRefused(db, cipher, (from) => holds(address.where, from.toLowerCase()));
        await settle(db);
        return done > 0;
      }),
    forget: (before, at) =>
      stored('forget what is old', async () => {
        const old = await db
          .selectFrom('conversations')
          .select('id')
          .where('changed_at', '<', before.transcripts)
          .execute();
        await eraseAll(
          old.map(({ id }) => id),
          at,
        );
        const counts = { ...(await forgetRows(db, before)), transcripts: old.length };
        await forgetRevocations(db, at, before.transcripts);
        await settle(db);
        return counts;
      }),
    eraseAgain: (erasures, at) =>
      stored('erase again what was erased', async () => {
        const erasedAt = new Map(erasures.map((erasure) => [erasure.hash, erasure.at]));
        const all = await db
          .selectFrom('conversations')
          .leftJoin('journal', 'journal.conversation', 'conversations.id')
          .select(({ fn }) => ['conversations.id', fn.min('journal.at').as('first')])
          .groupBy('conversations.id')
          .execute();
        const due = all.filter(({ id, first }) => {
          const when = erasedAt.get(erasureOf(id));
          return when !== undefined && first !== null && first < when;
        });
        await eraseAll(
          due.map(({ id }) => id),
          at,
        );
        await settle(db);
        return due.length;
      }),
    erasures: () =>
      stored('list what was erased', () =>
        db.selectFrom('erasures').select(['conversation_hash as hash', 'at']).orderBy('at').execute(),
      ),
  };
}

async function forgetRows(
  db: Database,
  before: Readonly<Record<Kept, string>>,
): Promise<Record<Exclude<Kept, 'transcripts'>, number>> {
  const deleted = async (query: { executeTakeFirst(): Promise<{ numDeletedRows: bigint } | undefined> }) =>
    Number((await query.executeTakeFirst())?.numDeletedRows ?? 0n);
  const over = ['sent', 'failed', 'uncertain'] as const;
  return {
    addresses: await deleted(db.deleteFrom('addresses').where('kept_at', '<', before.addresses)),
    deliveries: await deleted(db.deleteFrom('outbox').where('state', 'in', over).where('due', '<', before.deliveries)),
    drafts:
      (await deleted(db.deleteFrom('drafts').where('state', '<>', 'open').where('changed_at', '<', before.drafts))) +
      (await deleted(db.deleteFrom('refused_mails').where('at', '<', before.drafts))),
    audit: await deleted(db.deleteFrom('audit').where('at', '<', before.audit)),
    sessions:
      (await deleted(db.deleteFrom('staff_sessions').where('until', '<', before.sessions))) +
      (await deleted(db.deleteFrom('staff_invitations').where('until', '<', before.sessions))) +
      (await deleted(db.deleteFrom('staff_browsers').where('until', '<', before.sessions))),
    erasures: await deleted(db.deleteFrom('erasures').where('at', '<', before.erasures)),
  };
}

async function find(db: Database, cipher: Cipher, words: string): Promise<readonly string[]> {
  if (words === '') return [];
  const [named, referred] = await Promise.all([
    db.selectFrom('conversations').select('id').where('id', '=', words).execute(),
    db.selectFrom('handovers').select('conversation').where('reference', '=', words.toUpperCase()).execute(),
  ]);
  const addressed = words.includes('@') ? await withAddress(db, cipher, words.toLowerCase()) : [];
  return [
    ...new Set([...named.map(({ id }) => id), ...referred.map(({ conversation }) => conversation), ...addressed]),
  ];
}

/**
 * Whoever is reached there, was written to ("mail me this"), or has a letter drafted. What is sealed is opened, row by row: it is
 * kept for weeks only. Of what was sent the recipient's mark is left.
 */
async function withAddress(db: Database, cipher: Cipher, wanted: string): Promise<readonly string[]> {
  const [reached, deliveries, drafts] = await Promise.all([
    db.selectFrom('addresses').select('conversation').execute(),
    db.selectFrom('outbox').select(['id', 'conversation', 'content', 'recipient']).execute(),
    db.selectFrom('drafts').select(['id', 'conversation', 'address']).execute(),
  ]);
  const found: string[] = [];
  for (const { conversation } of reached) {
    const address = await addressOf(db, cipher, conversation);
    if (address !== null && holds(address.where, wanted)) found.push(conversation);
  }
  const mark = recipientMark(cipher, wanted);
  const written = deliveries.filter((row) => row.recipient === mark || holds(contentOf(cipher, row), wanted));
  const drafted = drafts.filter((row) => holds(draftAddress(cipher, row), wanted));
  return [...found, ...[...written, ...drafted].map(({ conversation }) => conversation)];
}

function holds(value: unknown, wanted: string): boolean {
  if (typeof value === 'string') return value.toLowerCase() === wanted;
  return typeof value === 'object' && value !== null && Object.values(value).some((held) => holds(held, wanted));
}

async function exported(db: Database, cipher: Cipher, conversation: string): Promise<Exported | null> {
  const state = await db.selectFrom('conversations').selectAll().where('id', '=', conversation).execute();
  if (state.length === 0) return null;
  const of = async (table: (typeof exportedTables)[number]) =>
    db.selectFrom(table).selectAll().where('conversation', '=', conversation).execute();
  const rows = await Promise.all(exportedTables.map(async (table) => [table, await of(table)] as const));
  const address: Address | null = await addressOf(db, cipher, conversation);
  return {
    conversations: state,
    ...Object.fromEntries(rows.map(([table, held]) => [table, held.map((row) => opened(cipher, table, row))])),
    addresses: address === null ? [] : [{ channel: address.channel, where: address.where }],
  };
}

/** What is sealed is given out in the clear, where it can be opened. */
function opened(
  cipher: Cipher,
  table: (typeof exportedTables)[number],
  row: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  if (table === 'outbox') {
    const content = contentOf(cipher, row as Pick<Tables['outbox'], 'id' | 'content'>);
    return { ...row, content, recipient: undefined };
  }
  return table === 'drafts' ? { ...row, address: draftAddress(cipher, row as { id: string; address: string }) } : row;
}

const exportedTables = [
  'journal',
  'handovers',
  'handover_notes',
  'unsent_replies',
  'feedback',
  'annotations',
  'queue',
  'emergencies',
  'corrections',
  'outbox',
  'drafts',
] as const;
