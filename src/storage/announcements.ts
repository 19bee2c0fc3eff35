import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { sql } from 'kysely';
import { z } from 'zod';
import { withBoundary } from '../boundary.ts';
import type { Announcements, Gap, Heard, Topic } from '../ports/announcements.ts';
import type { Written } from '../ports/journal.ts';
import { isPostgres } from './dialect.ts';
import { listenTo } from './listening.ts';
import type { Database } from './tables.ts';

export type StorageAnnouncements = Announcements & {
  /** Tells this process of what was committed; the others hear of it by the transaction (`toldOf`, `tellWithin`). */
  readonly tellHere: (topic: Topic, about: string, upTo: number, entries?: readonly Written[]) => void;
  /** @throws when the database does not answer in time */
  readonly ping: (() => Promise<void>) | null;
  readonly close: () => Promise<void>;
};

/** One process and its database: nobody else is there to be told. @param failed told of a listener that broke */
export function withinProcess(failed: (problem: unknown) => void): StorageAnnouncements {
  const house = createHouse(failed);
  return {
    announce: async (topic, about) => {
      house.tell(topic, about, Infinity);
      return Promise.resolve();
    },
    hear: house.hear,
    afterGap: house.afterGap,
    tellHere: house.tell,
    ping: null,
    close: async () => Promise.resolve(),
  };
}

/**
 * Over LISTEN and NOTIFY of PostgreSQL. A write tells of itself in its own transaction (`toldOf`), so that no process can die
 * between the two. This process tells itself at once; its own notice is heard all the same, for a commit whose answer was lost.
 * @param trouble told of a lost connection and of a listener that broke
 */
export function overPostgres(
  url: string,
  db: Database,
  clock: () => Date,
  trouble: (problem: unknown) => void,
): StorageAnnouncements {
  const house = createHouse(trouble);
  const listening = listenTo(url, channel, {
    heard: (payload) => {
      const said = Payload.safeParse(parsedJson(payload));
      if (!said.success) return;
      const { by, topic, about, upTo } = said.data;
      if (by !== self) house.tell(topic, about, upTo);
    },
    gap: house.gap,
    trouble,
    clock,
  });
  return {
    async announce(topic, about) {
      house.tell(topic, about, Infinity);
      await sql`select pg_notify(${channel}, ${JSON.stringify({ by: self, topic, about })})`.execute(db);
    },
    hear: house.hear,
    afterGap: house.afterGap,
    tellHere: house.tell,
    ping: listening.ping,
    close: listening.close,
  };
}

/** How a notice of what was written to a conversation begins; null where no other process is there to be told. */
export function noticeOf(db: Pick<Database, 'getExecutor'>, conversation: string): string | null {
  const about = JSON.stringify(conversation);
  // A notice holds less than 8000 bytes. Who is named longer comes from a channel without streams of ours.
  if (!isPostgres(db) || Buffer.byteLength(about) > mostBytes) return null;
  return `{"topic":"written","about":${about},"upTo":`;
}

/** For `returning` of a write to `conversations`: the others are told when it is committed, and not when it is undone. */
export function toldOf(notice: string) {
  return sql`pg_notify(${channel}, ${notice} || entries || '}')`.as('told');
}

/** Tells the others of something besides, when the transaction is committed. Nobody else is there with SQLite. */
export async function tellWithin(db: Pick<Database, 'getExecutor'>, topic: Topic, about: string): Promise<void> {
  if (isPostgres(db)) await sql`select pg_notify(${channel}, ${JSON.stringify({ topic, about })})`.execute(db);
}

/** Who hears within this process. */
function createHouse(failed: (problem: unknown) => void) {
  const emitter = new EventEmitter().setMaxListeners(0);
  const on = (event: string, heard: Heard | ((gap: Gap) => void)) => {
    const safely = withBoundary(heard as (...given: unknown[]) => void, failed);
    emitter.on(event, safely);
    return () => {
      emitter.off(event, safely);
    };
  };
  return {
    tell: (topic: Topic, about: string, upTo: number, entries?: readonly Written[]): void => {
      emitter.emit(topic, about, upTo, entries);
    },
    gap: (gap: Gap): void => {
      emitter.emit('gap', gap);
    },
    hear: (topic: Topic, heard: Heard) => on(topic, heard),
    afterGap: (look: (gap: Gap) => void) => on('gap', look),
  };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

const Payload = z.object({
  by: z.string().optional(),
  topic: z.enum(['written', 'knowledge', 'erased', 'links-ended']),
  about: z.string(),
  upTo: z.number().default(Infinity),
});
const channel = 'guichet';
const mostBytes = 7000;
const self = randomUUID();
