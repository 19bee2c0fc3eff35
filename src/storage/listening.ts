import { Client } from 'pg';
import type { Gap } from '../ports/announcements.ts';
import { connectionTo } from './postgres.ts';

export type Listening = {
  /** @throws when the server does not answer in time, or the connection is being made anew */
  readonly ping: () => Promise<void>;
  readonly close: () => Promise<void>;
};

type Ears = {
  readonly heard: (payload: string) => void;
  /** The connection stands again; what was said meanwhile was not heard. */
  readonly gap: (gap: Gap) => void;
  readonly trouble: (problem: unknown) => void;
  readonly clock: () => Date;
};

/** A connection that does nothing but listen, looked after every few seconds and made anew when it is lost. */
export function listenTo(url: string, channel: string, { heard, gap, trouble, clock }: Ears): Listening {
  let client: Client | null = null;
  let closed = false;
  // Until it listens for the first time nothing is heard either.
  let lostAt: string | null = clock().toISOString();
  let wait = 0;
  let next: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    // What stands in the address may name files, which are read here.
    const fresh = new Client({ ...connectionTo(url), connectionTimeoutMillis: patienceMs, query_timeout: patienceMs });
    fresh.on('error', trouble);
    fresh.on('notification', ({ payload }) => {
      heard(payload ?? '');
    });
    try {
      await fresh.connect();
      await fresh.query(`LISTEN ${channel}`);
    } catch (problem) {
      leave(fresh);
      throw problem;
    }
    if (closed) {
      leave(fresh);
      return;
    }
    fresh.once('end', () => {
      lose(fresh);
    });
    client = fresh;
    wait = shortestWaitMs;
    if (lostAt !== null) gap({ since: lostAt });
    lostAt = null;
  };
  const connectSoon = (): void => {
    if (closed) return;
    clearTimeout(next);
    next = setTimeout(() => {
      connect().catch((problem: unknown) => {
        trouble(problem);
        connectSoon();
      });
    }, wait).unref();
    wait = Math.min(Math.max(2 * wait, shortestWaitMs), longestWaitMs);
  };
  const lose = (lost: Client): void => {
    if (client !== lost) return;
    client = null;
    // A connection that says nothing is found out within a beat: until then it may have been deaf.
    lostAt ??= new Date(clock().getTime() - 2 * beatMs).toISOString();
    leave(lost);
    connectSoon();
  };
  const ping = async (): Promise<void> => {
    const asked = client;
    if (asked === null) throw new RangeError('The connection to the database is being made anew.');
    try {
      await asked.query('select 1');
    } catch (problem) {
      lose(asked);
      throw problem;
    }
  };
  const beat = setInterval(() => {
    if (client !== null) ping().catch(trouble);
  }, beatMs).unref();
  connectSoon();
  return {
    ping,
    async close() {
      closed = true;
      clearInterval(beat);
      clearTimeout(next);
      if (client !== null) leave(client);
      return Promise.resolve();
    },
  };
}

/** Not waited for: it may hang. */
function leave(client: Client): void {
  client.end().catch(() => undefined);
}

/** A query that does nothing takes a millisecond; a server that is being taken away is given this long. */
const patienceMs = 2000;
const beatMs = 5000;
const shortestWaitMs = 100;
const longestWaitMs = 2000;
