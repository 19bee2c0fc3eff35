import type { Address } from '../ports/addresses.ts';
import type { Exported, Kept, PersonalData } from '../ports/personal-data.ts';
import type { Cipher } from './cipher.ts';
import { addressOf } from './addresses.ts';
import { eraseFrom, erasureOf, settle } from './erase.ts';
import { forgetRevocations, revoke } from './revocations.ts';
import { stored } from './stored.ts';
import type { Database } from './tables.ts';

/** `erased` is told after each erasure: what is in memory goes as well. */
export function createPersonalData(db: Database, cipher: Cipher, erased: (conversation: string) => void): PersonalData {
  const erase = async (conversation: string, at: string): Promise<boolean> => {
    const was = await db.transaction().execute(async (within) => {
      await eraseFrom(within, conversation, at);
      await revoke(within, conversation, at);
      return within.deleteFrom('conversations').where('id', '=', conversation).executeTakeFirst();
    });
    if (was.numDeletedRows > 0n) erased(conversation);
    return was.numDeletedRows > 0n;
  };
  return {
    find: (words) => stored('look for a person', () => find(db, cipher, words.trim())),
    export: (conversation) => stored('export a conversation', () => exported(db, cipher, conversation)),
    erase: (conversation, at) =>
      stored('erase a conversation', async () => {
        const done = await erase(conversation, at);
        await settle(db);
        return done;
      }),
    forget: (before, at) =>
      stored('forget what is old', async () => {
        const old = await db
          .selectFrom('conversations')
          .select('id')
          .where('changed_at', '<', before.transcripts)
          .execute();
        for (const { id } of old) await erase(id, at);
        const counts = { ...(await forgetRows(db, before)), transcripts: old.length };
        await forgetRevocations(db, at);
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
        for (const { id } of due) await erase(id, at);
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

/** Addresses are sealed: each is opened. They are kept for weeks only, so there are few. */
async function withAddress(db: Database, cipher: Cipher, wanted: string): Promise<readonly string[]> {
  const rows = await db.selectFrom('addresses').select('conversation').execute();
  const found: string[] = [];
  for (const { conversation } of rows) {
    const address = await addressOf(db, cipher, conversation);
    if (address !== null && holds(address.where, wanted)) found.push(conversation);
  }
  return found;
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
    ...Object.fromEntries(rows),
    addresses: address === null ? [] : [{ channel: address.channel, where: address.where }],
  };
}

/** What is sealed in `outbox` and `drafts` repeats the journal's texts and the address. */
const exportedTables = [
  'journal',
  'handovers',
  'feedback',
  'annotations',
  'queue',
  'corrections',
  'outbox',
  'drafts',
] as const;
