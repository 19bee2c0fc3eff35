import { Kysely, sql, type Dialect } from 'kysely';
import { AppError } from '../core/errors.ts';
import { fenceOnConversations } from './fence.ts';
import { migrate } from './migrations.ts';
import { migrationDialect, postgresConnections } from './postgres.ts';
import { sqliteDialect, type Durability } from './sqlite.ts';
import { storageFailed } from './stored.ts';
import type { Database, Tables } from './tables.ts';
import { movedMessage } from './why-failed.ts';

/** Where the data lies. */
export type DatabaseAddress =
  | { readonly kind: 'sqlite'; readonly path: string; readonly durability: Durability }
  | { readonly kind: 'postgres'; readonly url: string; readonly connections?: number | undefined };

export type OpenDatabase = {
  /** For what a person waits for. */
  readonly turn: Database;
  /** For what the desk and the night do, which may take longer. */
  readonly work: Database;
  readonly close: () => Promise<void>;
};

/** A database as it stands. @param trouble told of connections that were lost: the next query opens another */
export function openDatabase(address: DatabaseAddress, trouble: (problem: unknown) => void): OpenDatabase {
  const over = (dialect: Dialect) => new Kysely<Tables>({ dialect });
  if (address.kind === 'sqlite') {
    const db = over(sqliteDialect(address.path, address.durability));
    return { turn: db, work: db, close: () => db.destroy() };
  }
  const { url, connections = defaultConnections } = address;
  const pool = postgresConnections(url, connections, trouble);
  return { turn: over(pool.dialect('turn')), work: over(pool.dialect('work')), close: pool.close };
}

/** The same with its schema brought up to date. @throws AppError storage/failed, saying why and what to do */
export async function openMigrated(
  address: DatabaseAddress,
  trouble: (problem: unknown) => void,
): Promise<OpenDatabase> {
  let opened: OpenDatabase | null = null;
  try {
    if (address.kind === 'postgres') await migrateApart(address.url);
    opened = openDatabase(address, trouble);
    if (address.kind === 'sqlite') {
      await migrate(opened.turn);
      await requireUnmoved(opened.turn);
    }
    return opened;
  } catch (cause) {
    // Closing what was never open fails as well, and would hide why.
    await opened?.close().catch(() => undefined);
    throw cause instanceof AppError ? cause : storageFailed('The database could not be opened.', cause);
  }
}

/** One that was moved keeps nothing any more: said at the start, not with the first message. */
async function requireUnmoved(db: Database): Promise<void> {
  const { rows } = await sql`select 1 from sqlite_master where name = ${fenceOnConversations}`.execute(db);
  if (rows.length > 0) throw new RangeError(movedMessage);
}

async function migrateApart(url: string): Promise<void> {
  const db = new Kysely<Tables>({ dialect: migrationDialect(url) });
  try {
    await migrate(db);
  } finally {
    await db.destroy();
  }
}

/** Two a core of a small server; several processes share its max_connections, 100 as it comes. */
const defaultConnections = 10;
