import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CompiledQuery,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Driver,
  type SqliteDatabase,
} from 'kysely';

/** How hard a commit is made to last: NORMAL survives a killed process, FULL a power cut as well (some 3 ms a message). */
export type Durability = 'NORMAL' | 'FULL';

/**
 * Kysely's SQLite dialect over the runtime's own module: no native package to build. `:memory:` keeps nothing. Where another
 * program holds the file for a moment, a statement is tried again; everybody else is served meanwhile.
 */
export function sqliteDialect(path: string, durability: Durability): SqliteDialect {
  const patience = createPatience();
  const database = async (): Promise<SqliteDatabase> => {
    const opened = openFile(path);
    // What is erased is overwritten: erasing on request has to hold for the file's bytes.
    const settings = `PRAGMA journal_mode = WAL; PRAGMA synchronous = ${durability}; PRAGMA secure_delete = ON;`;
    try {
      await patience(() => {
        opened.exec(settings);
      });
    } catch (problem) {
      opened.close();
      throw problem;
    }
    return adapted(opened);
  };
  return new PatientDialect({ database }, patience);
}

/** A file that is opened at once, made for its owner alone. */
export function openFile(path: string): DatabaseSync {
  if (path !== ':memory:') {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    // Made here, for its owner alone: SQLite would make it for all, and gives its log the mode of the file.
    closeSync(openSync(path, 'a', 0o600));
  }
  // SQLite's own wait stops the whole process: ours does not.
  return new DatabaseSync(path, { timeout: 0 });
}

type Patience = <T>(run: () => T | Promise<T>) => Promise<T>;

/**
 * Runs something again while the file is locked, for as long as `lockPatienceMs` since it was first found so: who comes
 * later does not begin to wait anew.
 */
function createPatience(): Patience {
  let locked = { since: -Infinity, seen: -Infinity };
  return async (run) => {
    for (let wait = shortestWaitMs; ; wait = Math.min(2 * wait, longestWaitMs)) {
      try {
        const done = await run();
        locked = { since: -Infinity, seen: -Infinity };
        return done;
      } catch (problem) {
        if (!isLocked(problem)) throw problem;
        const now = performance.now();
        locked = { since: now - locked.seen > lockPatienceMs ? now : locked.since, seen: now };
        if (now - locked.since > lockPatienceMs) throw problem;
        await sleep(wait);
      }
    }
  };
}

class PatientDialect extends SqliteDialect {
  readonly #config: ConstructorParameters<typeof SqliteDriver>[0];
  readonly #patience: Patience;

  constructor(config: ConstructorParameters<typeof SqliteDriver>[0], patience: Patience) {
    super(config);
    this.#config = config;
    this.#patience = patience;
  }

  override createDriver(): Driver {
    return new PatientDriver(this.#config, this.#patience);
  }
}

class PatientDriver extends SqliteDriver {
  readonly #patience: Patience;

  constructor(config: ConstructorParameters<typeof SqliteDriver>[0], patience: Patience) {
    super(config);
    this.#patience = patience;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    return {
      executeQuery: (query) => this.#patience(() => connection.executeQuery(query)),
      streamQuery: (query, size) => connection.streamQuery(query, size),
    };
  }

  /** Takes the lock first: a transaction that reads and then may not write could not be tried again. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** SQLite ends a transaction itself when the disk is full: that there is none any more must not hide why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection);
    } catch (problem) {
      if (!(problem instanceof Error) || !problem.message.includes('no transaction is active')) throw problem;
    }
  }
}

/** A text is prepared once, of the first `mostPrepared`: most of them are a turn's, and come again with each. */
function adapted(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, ReturnType<SqliteDatabase['prepare']>>();
  const prepare = (sql: string): ReturnType<SqliteDatabase['prepare']> => {
    const statement = database.prepare(sql);
    return {
      reader: statement.columns().length > 0,
      all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
      run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
      iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
    };
  };
  return {
    close() {
      database.close();
    },
    prepare(sql) {
      const known = prepared.get(sql) ?? prepare(sql);
      if (prepared.size < mostPrepared) prepared.set(sql, known);
      return known;
    },
  };
}

/** SQLITE_BUSY, whatever it waits for. */
export function isLocked(problem: unknown): boolean {
  return problem instanceof Error && 'errcode' in problem && (Number(problem.errcode) & 0xff) === 5;
}

/** Another process (a backup, a console) may hold the file for a moment. */
const lockPatienceMs = 5000;
const shortestWaitMs = 4;
const longestWaitMs = 100;
const mostPrepared = 200;
