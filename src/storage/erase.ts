import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { namesOf } from './audit-names.ts';
import { tellWithin } from './announcements.ts';
import { isPostgres } from './dialect.ts';
import type { Database, Tables } from './tables.ts';

/** Every table with a row about a conversation, its state excepted. What colleagues search goes with the journal. */
const tablesOfAConversation = [
  'journal',
  'handovers',
  'handover_notes',
  'unsent_replies',
  'emergencies',
  'feedback',
  'addresses',
  'outbox',
  'drafts',
  'annotations',
  'queue',
  'corrections',
  'listed',
] as const;

/**
 * Deletes all that hangs on a conversation, and notes that it was. The state is left to the caller. Returns the names that it
 * had in the log of deeds, for `forgetNames`.
 */
export async function eraseFrom(
  within: Kysely<Tables>,
  conversation: string,
  at: string,
): Promise<ReadonlySet<string>> {
  const names = new Set(await namesOf(within, conversation));
  for (const table of tablesOfAConversation) {
    await within.deleteFrom(table).where('conversation', '=', conversation).execute();
  }
  await within
    .insertInto('erasures')
    .values({ conversation_hash: erasureOf(conversation), at })
    .onConflict((conflict) => conflict.column('conversation_hash').doUpdateSet({ at }))
    .execute();
  await tellWithin(within, 'erased', conversation);
  return names;
}

/** A conversation's name as the list of erasures has it: who reads the list learns nothing. */
export function erasureOf(conversation: string): string {
  return createHash('sha256').update(`erased ${conversation}`).digest('hex');
}

/**
 * Deleted rows are overwritten in the database (`secure_delete`), but its log still holds the pages as they were: it is
 * written out and cut to nothing. While another connection reads, that waits for the next time.
 */
export async function settle(db: Database): Promise<void> {
  if (!isPostgres(db)) await sql`pragma wal_checkpoint(truncate)`.execute(db);
}
