import { Kysely, PostgresDialect, type Dialect } from 'kysely';
import { Pool } from 'pg';
import { AppError } from '../core/errors.ts';
import type { Conversations } from '../ports/conversations.ts';
import type { Journal } from '../ports/journal.ts';
import { createConversations } from './conversations.ts';
import { createJournal } from './journal.ts';
import { migrate } from './migrations.ts';
import { sqliteDialect, type Durability } from './sqlite.ts';
import type { Tables } from './tables.ts';
import { createWriteSignal } from './write-signal.ts';

/** Where the data lies. */
export type DatabaseAddress =
  | { readonly kind: 'sqlite'; readonly path: string; readonly durability: Durability }
  | { readonly kind: 'postgres'; readonly url: string };

export type Storage = {
  readonly conversations: Conversations;
  readonly journal: Journal;
  /** @throws AppError storage/failed when the database does not answer */
  readonly ping: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Opens the database and brings its schema up to date. @throws AppError storage/failed */
export async function openStorage(address: DatabaseAddress): Promise<Storage> {
  const db = new Kysely<Tables>({ dialect: dialectOf(address) });
  const signal = createWriteSignal();
  try {
    await migrate(db);
  } catch (cause) {
    await db.destroy();
    throw cause instanceof AppError ? cause : failed('The database could not be opened.', cause);
  }
  return {
    conversations: createConversations(db, signal.wrote),
    journal: createJournal(db, signal.follow),
    async ping() {
      try {
        await db.selectFrom('conversations').select('id').limit(1).execute();
      } catch (cause) {
        throw failed('The database does not answer.', cause);
      }
    },
    close: () => db.destroy(),
  };
}

function dialectOf(address: DatabaseAddress): Dialect {
  return address.kind === 'sqlite'
    ? sqliteDialect(address.path, address.durability)
    : new PostgresDialect({ pool: new Pool({ connectionString: address.url }) });
}

function failed(message: string, cause: unknown): AppError {
  return new AppError('storage/failed', message, {}, cause);
}
