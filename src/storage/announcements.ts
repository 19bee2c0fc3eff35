import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { Client } from 'pg';
import { z } from 'zod';
import { withBoundary } from '../boundary.ts';
import type { Announcements, Topic } from '../ports/announcements.ts';

/** One process and its database: nobody else is there to be told. @param failed told of a listener that broke */
export function withinProcess(
  failed: (problem: unknown) => void,
): Announcements & { readonly close: () => Promise<void> } {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    announce: async (topic, about) => {
      emitter.emit(topic, about);
      return Promise.resolve();
    },
    hear: hearing(emitter, failed),
    close: async () => Promise.resolve(),
  };
}

/**
 * Over LISTEN and NOTIFY of PostgreSQL; this process tells itself at once and passes over its own notice. The connection that listens is opened anew when it is lost.
 * @param failed told of a lost connection, which costs announcements and nothing else, and of a listener that broke
 */
export function overPostgres(
  url: string,
  failed: (problem: unknown) => void,
): Announcements & { readonly close: () => Promise<void> } {
  const emitter = new EventEmitter().setMaxListeners(0);
  const self = randomUUID();
  let closed = false;
  let client: Promise<Client | null> = connect();

  async function connect(): Promise<Client | null> {
    const fresh = opened();
    if (fresh === null) return null;
    fresh.on('notification', ({ payload }) => {
      const said = Payload.safeParse(parsedJson(payload ?? ''));
      if (said.success && said.data.by !== self) emitter.emit(said.data.topic, said.data.about);
    });
    fresh.on('error', failed);
    fresh.once('end', () => {
      if (closed) return;
      setTimeout(() => {
        client = connect();
      }, reconnectMs).unref();
    });
    try {
      await fresh.connect();
      await fresh.query(`LISTEN ${channel}`);
      return fresh;
    } catch (problem) {
      failed(problem);
      await fresh.end().catch(failed);
      return null;
    }
  }
  /** What stands in the address may name files, which are read here. */
  function opened(): Client | null {
    try {
      return new Client({ connectionString: url });
    } catch (problem) {
      failed(problem);
      return null;
    }
  }
  return {
    async announce(topic, about) {
      emitter.emit(topic, about);
      const open = await client;
      await open?.query('SELECT pg_notify($1, $2)', [channel, JSON.stringify({ by: self, topic, about })]);
    },
    hear: hearing(emitter, failed),
    async close() {
      closed = true;
      await (await client)?.end();
    },
  };
}

function hearing(emitter: EventEmitter, failed: (problem: unknown) => void) {
  return (topic: Topic, heard: (about: string) => void): (() => void) => {
    const safely = withBoundary(heard, failed);
    emitter.on(topic, safely);
    return () => {
      emitter.off(topic, safely);
    };
  };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

const Payload = z.object({ by: z.string(), topic: z.enum(['written', 'knowledge', 'erased']), about: z.string() });
const channel = 'guichet';
const reconnectMs = 2000;
