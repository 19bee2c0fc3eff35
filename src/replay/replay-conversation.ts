import type { Incoming, Reply, Trace } from '../conversation/reply.ts';
import { freshState, type ConversationState } from '../conversation/state.ts';
import type { Turn } from '../conversation/turn.ts';
import { kindOf } from '../conversation/without-words.ts';
import type { Day } from '../core/day.ts';
import type { Moment } from '../core/opening.ts';
import type { Written } from '../ports/journal.ts';

/** A turn as it was, and as it comes out now. */
export type ReplayedTurn = {
  readonly conversation: string;
  /** The position of the message in the journal. */
  readonly position: number;
  readonly at: string;
  readonly on: Day;
  readonly text: string;
  readonly then: Outcome;
  readonly now: Outcome;
  readonly changed: boolean;
};

/** `failed`: a bug broke the turn. */
type Outcome = { readonly replies: readonly Reply[]; readonly trace: Trace | null; readonly failed: boolean };

/**
 * Plays a logged conversation to `takeTurn` from its beginning, message by message on the day of each, and says what comes out
 * otherwise. What was said outside a turn is nobody's answer and is passed over.
 */
export async function replayConversation(
  entries: readonly Written[],
  takeTurn: Turn,
  momentOf: (instant: Date) => Moment,
): Promise<readonly ReplayedTurn[]> {
  const replayed: ReplayedTurn[] = [];
  let state = freshState;
  for (const { heard, said } of turnsOf(entries)) {
    // A colleague had the conversation: no program was asked.
    if (heard.trace?.decision === 'held') {
      state = { ...state, turn: state.turn + 1 };
      continue;
    }
    const incoming = incomingOf(heard, said, momentOf);
    const { outcome, next } = await taken(takeTurn, incoming, state);
    state = next;
    const then = {
      replies: said.flatMap(({ reply }) => reply ?? []),
      trace: said[0]?.trace ?? null,
      failed: false,
    };
    const { conversation, position, at, text } = heard;
    const changed = !outcome.failed && readOf(then.replies) !== readOf(outcome.replies);
    replayed.push({
      conversation,
      position,
      at,
      on: incoming.on,
      text,
      then,
      now: outcome,
      changed: changed || outcome.failed,
    });
  }
  return replayed;
}

/** All that a person is shown of a reply. */
export function readOf(replies: readonly Reply[]): string {
  return JSON.stringify(
    replies.map(({ text, card, choices, sources }) => [text, card, choices.map(({ label }) => label), sources]),
  );
}

function turnsOf(entries: readonly Written[]): { readonly heard: Written; readonly said: readonly Written[] }[] {
  const turns: { heard: Written; said: Written[] }[] = [];
  for (const entry of entries) {
    if (entry.direction === 'in') turns.push({ heard: entry, said: [] });
    else if (entry.trace !== null) turns.at(-1)?.said.push(entry);
  }
  return turns;
}

/** The journal has no locale: the language that was answered in stands for it. */
function incomingOf(heard: Written, said: readonly Written[], momentOf: (instant: Date) => Moment): Incoming {
  const { conversation, activity, channel, at, text } = heard;
  const trace = said[0]?.trace ?? null;
  const moment = momentOf(new Date(at));
  return {
    conversation,
    id: activity,
    text,
    channel,
    on: moment.day,
    moment,
    locale: trace?.language,
    kind: kindOf(text, trace),
  };
}

async function taken(
  takeTurn: Turn,
  incoming: Incoming,
  state: ConversationState,
): Promise<{ readonly outcome: Outcome; readonly next: ConversationState }> {
  try {
    const { replies, trace, state: next } = await takeTurn(incoming, state);
    return { outcome: { replies, trace, failed: false }, next };
  } catch {
    // As in the desk: a turn that breaks leaves the person where they were.
    return { outcome: { replies: [], trace: null, failed: true }, next: state };
  }
}
