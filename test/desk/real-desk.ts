import type { Incoming } from '../../src/conversation/reply.ts';
import type { Turn } from '../../src/conversation/turn.ts';
import type { ConversationState } from '../../src/conversation/state.ts';
import { day } from '../../src/core/day.ts';
import { createDesk } from '../../src/desk/create-desk.ts';
import type { Log } from '../../src/ports/log.ts';
import { openStorage, type Storage } from '../../src/storage/open-storage.ts';
import { reply, trace } from '../said.ts';

export { reply, trace };

export const noon = new Date('2026-11-22T12:00:00Z');

export function incoming(text: string, more: Partial<Incoming> = {}): Incoming {
  return { conversation: 'c1', id: text, text, channel: 'test', on: day('2026-11-22'), ...more };
}

/** A turn that counts: "3: hello" is the third thing said in its conversation. "break" is a bug. */
export const countingTurn: Turn = async (heard, state) => {
  await Promise.resolve();
  if (heard.text === 'break') throw new TypeError('a bug in the turn');
  const turn = state.turn + 1;
  return { replies: [reply(`${turn}: ${heard.text}`)], state: { ...state, turn }, trace, effects: [] };
};

export function recordingLog(): Log & { readonly lines: Readonly<Record<string, unknown>>[] } {
  const lines: Readonly<Record<string, unknown>>[] = [];
  const write = (fields: Readonly<Record<string, unknown>>) => void lines.push(fields);
  return { lines, info: write, warn: write, error: write };
}

/** A desk over a real database that is nowhere but in memory. */
export async function openDesk(takeTurn: Turn = countingTurn, storage?: Storage) {
  const kept = storage ?? (await openStorage({ kind: 'sqlite', path: ':memory:', durability: 'NORMAL' }));
  const log = recordingLog();
  const desk = createDesk({
    takeTurn,
    apologise: (_incoming: Incoming, _state: ConversationState, reference: string) => ({
      replies: [reply(`sorry ${reference}`)],
      trace,
    }),
    redact: (text) => ({
      text: text.replaceAll('secret', '[secret]'),
      found: text.includes('secret') ? ['number'] : [],
      born: [],
    }),
    inDanger: () => null,
    asking: () => null,
    conversations: kept.conversations,
    clock: () => noon,
    log,
  });
  return { desk, storage: kept, log };
}
