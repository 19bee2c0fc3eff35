import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { SqliteDialect, type SqliteDatabase } from 'kysely';

/** How hard a commit is made to last: NORMAL survives a killed process, FULL a power cut as well (some 3 ms a message). */
export type Durability = 'NORMAL' | 'FULL';

/** Kysely's SQLite dialect over the runtime's own module: no native package to build. `:memory:` keeps nothing. */
export function sqliteDialect(path: string, durability: Durability): SqliteDialect {
  return new SqliteDialect({ database: () => Promise.resolve(adapted(opened(path, durability))) });
}

function opened(path: string, durability: Durability): DatabaseSync {
  if (path !== ':memory:') {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    // Made here, for its owner alone: SQLite would make it for all, and gives its log the mode of the file.
    closeSync(openSync(path, 'a', 0o600));
  }
  const database = new DatabaseSync(path, { timeout: lockPatienceMs });
  // What is erased is overwritten: erasing on request has to hold for the file's bytes.
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${durability}; PRAGMA secure_delete = ON;`);
  return database;
}

function adapted(database: DatabaseSync): SqliteDatabase {
  return {
    close() {
      database.close();
    },
    prepare(sql) {
      const statement = database.prepare(sql);
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
        run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
        iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
      };
    },
  };
}

/** Another process (a backup, a console) may hold the file for a moment. */
const lockPatienceMs = 5000;
