import { createHash } from 'node:crypto';
import { PostgresDialect, type PostgresPool, type PostgresPoolClient, type PostgresQueryResult } from 'kysely';
import { Pool, type PoolClient, type QueryConfig } from 'pg';

/** How long a query is waited for. `turn` is what a person waits for, `work` what the desk and the night do. */
export type Patience = keyof typeof patienceMs;

export type PostgresConnections = {
  /** Two dialects over the same connections. */
  readonly dialect: (patience: Patience) => PostgresDialect;
  /** Done when they are closed; one to a server that does not answer is left to its end. */
  readonly close: () => Promise<void>;
};

/**
 * Connections that survive what a server does: one that is lost is told to `trouble` and replaced, one on which something is
 * waited for in vain is thrown away instead of being given to the next.
 */
export function postgresConnections(
  url: string,
  connections: number,
  trouble: (problem: unknown) => void,
): PostgresConnections {
  const pool = new Pool({ ...connectionTo(url), ...limits, max: connections });
  pool.on('error', trouble);
  // The pool listens to a connection while nobody has it; whoever has it hears of it by the query that fails.
  pool.on('connect', (client) => {
    client.on('error', ignored);
  });
  return {
    dialect: (patience) => new PostgresDialect({ pool: withPatience(pool, patience) }),
    close: async () => {
      await Promise.race([pool.end(), later(closeMs)]);
    },
  };
}

/** Given up by nobody: a migration of a large database takes its time. */
export function migrationDialect(url: string): PostgresDialect {
  const pool = new Pool({ ...connectionTo(url), connectionTimeoutMillis: limits.connectionTimeoutMillis, max: 1 });
  pool.on('error', ignored);
  return new PostgresDialect({ pool });
}

export function connectionTo(url: string): { connectionString: string; keepAlive: true; application_name: string } {
  return { connectionString: url, keepAlive: true, application_name: 'guichet' };
}

/** `end` is left to whoever made the pool: two dialects have it. */
function withPatience(pool: Pool, patience: Patience): PostgresPool {
  const names = patience === 'turn' ? createNames() : null;
  return {
    connect: async () => guarded(await pool.connect(), patienceMs[patience], names),
    end: async () => Promise.resolve(),
  };
}

function guarded(client: PoolClient, patience: number, names: ((text: string) => string | undefined) | null) {
  let broken: Error | undefined;
  const query = async <R>(text: string, values: readonly unknown[] = []): Promise<PostgresQueryResult<R>> => {
    // What comes after (a ROLLBACK) would wait behind what never ends, and hide why.
    if (broken !== undefined) throw broken;
    const asked: QueryConfig & { readonly query_timeout: number } = {
      text,
      values: [...values],
      name: names?.(text),
      query_timeout: patience,
    };
    try {
      return (await client.query(asked)) as unknown as PostgresQueryResult<R>;
    } catch (problem) {
      if (problem instanceof Error && isLost(problem)) broken = problem;
      throw problem;
    }
  };
  const release = (): void => {
    client.release(broken);
  };
  // A cursor, which the other signature is for, is never asked for.
  return { query, release } as unknown as PostgresPoolClient;
}

/** Whether a connection is of no more use: it broke, it hangs, or it holds plans of a schema that was changed meanwhile. */
function isLost(problem: Error): boolean {
  const state = 'code' in problem ? String(problem.code) : '';
  if (!/^[0-9A-Z]{5}$/.test(state)) return true;
  return /^(?:08|57P|25P03|0A000)/.test(state);
}

/** A statement with a name is read and planned once a connection: of so many texts, the rest go without. */
function createNames(): (text: string) => string | undefined {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= mostNames) return known;
    const name = createHash('sha256').update(text).digest('hex').slice(0, 32);
    names.set(text, name);
    return name;
  };
}

function later(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}

function ignored(): void {}

/** A client has given up by then, or sends its message again: what was kept is found by its id. */
const patienceMs = Object.freeze({ turn: 8000, work: 60_000 });
const limits = Object.freeze({
  // Also the longest wait for a connection that others have.
  connectionTimeoutMillis: 5000,
  keepAliveInitialDelayMillis: 10_000,
  statement_timeout: patienceMs.work,
  lock_timeout: 5000,
  // A process that stands still must not hold up the others.
  idle_in_transaction_session_timeout: 15_000,
});
const closeMs = 2000;
const mostNames = 200;
