import { createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { Server } from 'restify';
import type { Incoming, Reply } from '../../../src/conversation/reply.ts';
import type { Desk, Shown } from '../../../src/ports/desk.ts';
import type { PostBox } from '../../../src/channels/direct-line/mail-me.ts';
import type { Journal, JournalEntry } from '../../../src/ports/journal.ts';
import {
  directLineDefaults,
  registerDirectLine,
  type DirectLineConfig,
  type DirectLineDoor,
} from '../../../src/channels/direct-line/register.ts';
import { createServer } from '../../../src/http/create-server.ts';
import type { Revocations } from '../../../src/ports/revocations.ts';
import { withinProcess } from '../../../src/storage/announcements.ts';
import type { Storage } from '../../../src/storage/open-storage.ts';
import { reply, trace } from '../../said.ts';

export const secret = 'channel-secret-of-the-tests';
/** Of another program. */
export const otherSecret = 'channel-secret-of-others';

/** What outlives a restart: the journal and the keys. */
export type Cellar = {
  readonly kept: Map<string, JournalEntry[]>;
  readonly wrote: EventEmitter;
  readonly signing: Uint8Array;
  /** Conversations whose tokens ended, and when. */
  readonly revoked: Map<string, string>;
  /** Those whose private links ended. */
  readonly linksEnded: Map<string, string>;
  readonly announcements: ReturnType<typeof withinProcess>;
};

export function createCellar(): Cellar {
  return {
    kept: new Map(),
    wrote: new EventEmitter(),
    signing: Buffer.alloc(32, 7),
    revoked: new Map(),
    linksEnded: new Map(),
    announcements: withinProcess(() => undefined),
  };
}

/** A desk that says back what it hears, greets, and keeps every turn before it answers, the same delivery once. */
function echoDesk(cellar: Cellar): Desk {
  return {
    async receive(incoming, shown) {
      await Promise.resolve();
      const kept = cellar.kept.get(incoming.conversation) ?? [];
      cellar.kept.set(incoming.conversation, kept);
      const answer = reply(incoming.kind === 'join' ? 'Welcome' : `You said: ${incoming.text}`);
      if (!kept.some((entry) => entry.direction === 'in' && entry.activity === incoming.id)) {
        kept.push(heard(incoming, shown), answered(incoming, answer));
        cellar.wrote.emit(incoming.conversation, kept.length);
      }
      const position = kept.findIndex((entry) => entry.direction === 'in' && entry.activity === incoming.id) + 1;
      return { replies: [answer], trace, position, activities: [`re-${incoming.id}`], repeated: false };
    },
  };
}

function memoryJournal(cellar: Cellar): Journal {
  return {
    async read(conversation, after, limit) {
      const kept = cellar.kept.get(conversation) ?? [];
      const numbered = kept.map((each, index) => ({ ...each, position: index + 1 }));
      return Promise.resolve(numbered.slice(after, after + limit));
    },
    follow(conversation, hear) {
      cellar.wrote.on(conversation, hear);
      return () => cellar.wrote.off(conversation, hear);
    },
  };
}

function memoryRevocations(cellar: Cellar): Revocations {
  return {
    of: (conversation) => Promise.resolve(cellar.revoked.get(conversation) ?? null),
    ofLinks: (conversation) => Promise.resolve(cellar.linksEnded.get(conversation) ?? null),
    endLinks: (conversation, at) => {
      cellar.linksEnded.set(conversation, at);
      return cellar.announcements.announce('links-ended', conversation);
    },
  };
}

export type EchoHouse = {
  readonly server: Server;
  readonly url: string;
  readonly port: number;
  readonly door: DirectLineDoor;
  /** Connections that are open, whatever came over them. */
  connections(): Promise<number>;
  readonly warnings: Readonly<Record<string, unknown>>[];
  close(): Promise<void>;
};

export async function openEchoHouse(
  cellar: Cellar,
  options: {
    config?: Partial<DirectLineConfig>;
    clock?: () => Date;
    port?: number;
    desk?: Desk;
    postBox?: PostBox;
    /** A database in place of the cellar. */
    storage?: Pick<Storage, 'journal' | 'revocations' | 'announcements'>;
  } = {},
): Promise<EchoHouse> {
  const warnings: Readonly<Record<string, unknown>>[] = [];
  const log = {
    info: () => undefined,
    warn: (fields: Readonly<Record<string, unknown>>) => void warnings.push(fields),
    error: (fields: Readonly<Record<string, unknown>>) => void warnings.push(fields),
  };
  const server = createServer(log);
  const door = registerDirectLine(server, {
    desk: options.desk ?? echoDesk(cellar),
    journal: options.storage?.journal ?? memoryJournal(cellar),
    postBox: options.postBox ?? null,
    revocations: options.storage?.revocations ?? memoryRevocations(cellar),
    announcements: options.storage?.announcements ?? cellar.announcements,
    say: (language, key) => `${language} ${key}`,
    languages: () => ['en', 'fr'],
    keepDays: () => 180,
    deskName: () => 'The desk',
    keys: {
      signing: cellar.signing,
      secrets: [secret, otherSecret].map((each) => createHash('sha256').update(each).digest()),
    },
    clock: options.clock ?? (() => new Date()),
    config: { ...directLineDefaults, ...options.config },
    log,
  });
  await new Promise<void>((resolve) => {
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address();
  return {
    url: `http://127.0.0.1:${String(port)}`,
    port,
    server,
    door,
    warnings,
    connections: () =>
      new Promise((resolve, reject) => {
        server.server.getConnections((problem, count) => {
          if (problem === null) resolve(count);
          else reject(problem);
        });
      }),
    async close() {
      door.close();
      server.server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}

function heard(incoming: Incoming, shown: Shown | undefined): JournalEntry {
  const activityJson = shown === undefined ? null : JSON.stringify(shown);
  return { ...entry(incoming), activity: incoming.id, direction: 'in', text: incoming.text, activityJson };
}

function answered(incoming: Incoming, reply: Reply): JournalEntry {
  return { ...entry(incoming), activity: `re-${incoming.id}`, direction: 'out', text: reply.text, reply, trace };
}

function entry({ conversation, channel }: Incoming) {
  return { conversation, channel, at: '2026-11-22T10:00:00.000Z', activityJson: null, reply: null, trace: null };
}
