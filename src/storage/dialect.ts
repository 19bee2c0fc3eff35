import { PostgresAdapter, type Kysely } from 'kysely';

/** Whether the server is PostgreSQL: the few things that SQLite says differently ask for it. */
export function isPostgres(db: Pick<Kysely<never>, 'getExecutor'>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}
