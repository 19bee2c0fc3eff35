import { sql } from 'kysely';
import { isPostgres } from './dialect.ts';
import type { Database } from './tables.ts';

/**
 * PostgreSQL takes a lock on all of its databases for a commit that tells of itself (NOTIFY), and holds it until the disk has the
 * commit: such turns would be flushed one by one (`bench -- notices`). So a turn commits without waiting for the disk, and what
 * follows waits together with everybody else's. Nothing is acknowledged before that.
 */
export const withoutWaiting = sql<string>`set_config('synchronous_commit', 'off', true)`.as('waiting');

/** What was committed until now, by whomever, is on the disk when this is done. With SQLite it is in the file already. */
export async function waitForDisk(db: Database): Promise<void> {
  // A commit that wrote nothing waits for nothing: so a few bytes that mean nothing are written to the log.
  if (isPostgres(db)) await sql`select pg_logical_emit_message(true, 'guichet', '')`.execute(db);
}
