import { type WebSocket } from 'ws';
import { withBoundary } from '../../boundary.ts';
import { limitTo } from '../../limit-to.ts';
import type { Written } from '../../ports/journal.ts';
import type { History } from './history.ts';

/** The open WebSockets of every conversation. Each has its own place in the journal: what was appended is read from it. */
export type Streams = {
  add(
    conversation: string,
    reader: { readonly socket: WebSocket; readonly user: string; readonly after: number },
  ): void;
  readonly open: () => number;
  readonly conversations: () => readonly string[];
  /** Nobody reads the conversation any more, or only this user does not: who may comes back. */
  end(conversation: string, user?: string): void;
  close(): void;
};

/** `after`: what was sent. `wanted`: up to where there is something, as far as is known. `told`: how often that was said. */
type Reader = {
  readonly socket: WebSocket;
  readonly user: string;
  after: number;
  wanted: number;
  told: number;
  sending: boolean;
};

export function createStreams(history: History, onProblem: (problem: unknown) => void): Streams {
  const readers = new Map<string, Set<Reader>>();
  const alive = new WeakSet<WebSocket>();

  const atOnce = limitTo(readsAtOnce);
  const send = async (
    conversation: string,
    reader: Reader,
    upTo: number,
    entries: readonly Written[] = [],
  ): Promise<void> => {
    reader.wanted = Math.max(reader.wanted, upTo);
    reader.told += 1;
    if (reader.sending) return;
    reader.sending = true;
    try {
      // What comes next and is at hand is not read first.
      const next = entries[0]?.position === reader.after + 1 ? history.shown(entries, reader.user) : null;
      if (next !== null && reader.socket.readyState === reader.socket.OPEN) pass(reader, next);
      // Of one write several may tell: what was sent already is not read again.
      while (reader.after < reader.wanted && reader.socket.readyState === reader.socket.OPEN)
        await atOnce(() => sendNext(history, conversation, reader));
    } catch (problem) {
      onProblem(problem);
      // The client comes back with its watermark and misses nothing.
      reader.socket.close(1011, 'Reconnect');
    } finally {
      reader.sending = false;
    }
  };

  const beat = (): void => {
    for (const { socket } of [...readers.values()].flatMap((set) => [...set])) {
      if (!alive.delete(socket)) socket.terminate();
      else socket.ping();
    }
  };
  const heartbeat = setInterval(withBoundary(beat, onProblem), heartbeatMs).unref();

  return {
    add(conversation, { socket, user, after }) {
      const reader: Reader = { socket, user, after, wanted: after, told: 0, sending: false };
      const set = readers.get(conversation) ?? new Set();
      readers.set(conversation, set.add(reader));
      alive.add(socket);
      closeOldest(set);
      const heard = (): void => {
        alive.add(socket);
      };
      socket.on('pong', heard);
      // Clients send empty messages to see whether the line still stands.
      socket.on('message', heard);
      socket.on('error', onProblem);
      socket.once('close', () => {
        unfollow();
        set.delete(reader);
        if (set.size === 0 && readers.get(conversation) === set) readers.delete(conversation);
      });
      // Whichever door writes to the conversation, every reader hears of it.
      const unfollow = history.follow(conversation, (upTo, entries) => {
        void send(conversation, reader, upTo, entries);
      });
      void send(conversation, reader, Infinity);
    },
    open: () => [...readers.values()].reduce((sum, set) => sum + set.size, 0),
    conversations: () => [...readers.keys()],
    end(conversation, only) {
      for (const { socket, user } of readers.get(conversation) ?? [])
        if (only === undefined || only === user) socket.close(1008, 'The conversation is over');
    },
    close() {
      clearInterval(heartbeat);
      const open = [...readers.values()].flatMap((set) => [...set]);
      for (const { socket } of open) socket.close(1001, 'Going away');
      // Who is gone without a word does not say good-bye either.
      setTimeout(() => {
        for (const { socket } of open) socket.terminate();
      }, goodbyeMs).unref();
    },
  };
}

/** Sends a page. Where there is nothing more, the reader has what it wanted, unless it was told of something while that was read. */
async function sendNext(history: History, conversation: string, reader: Reader): Promise<void> {
  const { told } = reader;
  const page = await history.since(conversation, reader.after, reader.user);
  if (page.activities.length > 0) pass(reader, page);
  else if (reader.told === told) reader.wanted = reader.after;
}

function pass(reader: Reader, { activities, watermark, last }: Awaited<ReturnType<History['since']>>): void {
  if (reader.socket.bufferedAmount > unreadBytes) {
    reader.socket.terminate();
    return;
  }
  reader.after = last;
  reader.socket.send(JSON.stringify({ activities, watermark }));
}

function closeOldest(set: Set<Reader>): void {
  const [oldest] = set;
  if (set.size > readersAConversation && oldest !== undefined) {
    set.delete(oldest);
    oldest.socket.close(1008, 'Too many readers of this conversation');
  }
}

const heartbeatMs = 30_000;
const goodbyeMs = 2000;
/** The same conversation in a few tabs; more is a mistake. */
const readersAConversation = 5;
/** When thousands are to look again at once, they do not fill the way of those who write. */
const readsAtOnce = 8;
/** A client that lets this much pile up does not read. */
const unreadBytes = 1_000_000;
