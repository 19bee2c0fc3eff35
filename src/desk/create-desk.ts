import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../core/errors.ts';
import type { Incoming } from '../conversation/reply.ts';
import { freshState, type ConversationState } from '../conversation/state.ts';
import type { Redact } from '../conversation/redaction/redact.ts';
import type { TurnResult } from '../conversation/result/compose-result.ts';
import type { Turn } from '../conversation/turn.ts';
import { momentInFrance } from '../day-in-france.ts';
import type { Conversations } from '../ports/conversations.ts';
import type { Answered, Desk, Shown } from '../ports/desk.ts';
import type { Log } from '../ports/log.ts';

import { createOrder } from './in-order.ts';
import { answerIn, entriesOf } from './entries.ts';
import type { InDanger } from './let-in.ts';
import { redactIncoming } from './redact-incoming.ts';
import { standingAt } from './standing-at.ts';

/** What to say when a turn broke: a phrase with the reference that the log has too. */
type Apologise = (
  incoming: Incoming,
  state: ConversationState,
  reference: string,
) => Omit<TurnResult, 'state' | 'effects'>;

type Parts = {
  readonly takeTurn: Turn;
  readonly apologise: Apologise;
  readonly redact: Redact;
  /** What the open form has asked for; null where none has. */
  readonly asking: (state: ConversationState) => string | null;
  readonly inDanger: InDanger;
  readonly conversations: Conversations;
  readonly clock: () => Date;
  readonly log: Log;
};

/**
 * The runner of turns: load, redact, take the turn, keep it, answer. Redaction stands before all that reads, so that nothing
 * behind it ever sees what it removes. Within this process the messages of one conversation wait for each other; between
 * processes the version does, and a turn that lost is taken again.
 */
export function createDesk(parts: Parts): Desk {
  const inOrder = createOrder();
  return {
    receive: (incoming, shown) => {
      const cameAt = performance.now();
      return inOrder(incoming.conversation, async () => {
        if (performance.now() - cameAt > lineMs) throw tooLong(incoming);
        return answer(parts, incoming, shown);
      });
    },
  };
}

/** Who has waited so long behind others of this conversation has given up, or sends it again. */
function tooLong({ conversation }: Incoming): AppError {
  return new AppError('state/conflict', 'Earlier messages of this conversation still wait: send this one again.', {
    conversation,
  });
}

async function answer(parts: Parts, written: Incoming, shown: Shown | undefined): Promise<Answered> {
  const { conversation, id } = written;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const begun = await parts.conversations.begin(conversation, id);
    if (begun.kind === 'answered') {
      return { ...answerIn(begun.entries), position: begun.entries[0]?.position ?? 0, repeated: true };
    }
    const { state, version } = begun;
    const now = parts.clock();
    // What was asked says how the answer is read: here for the first time, and nothing behind it sees what is taken out.
    const heard = { ...atThisHour(written, now), atDesk: standingAt(begun.handover, now) };
    const incoming = await redactIncoming(parts, heard, parts.asking(state ?? freshState));
    const turn = await takeTurn(parts, incoming, state ?? freshState, version);
    const at = parts.clock().toISOString();
    const entries = entriesOf(incoming, shown, turn, at);
    const { effects } = turn;
    const saved = await parts.conversations.save({
      conversation,
      expected: version,
      state: turn.state,
      entries,
      effects,
      at,
    });
    if (saved === 'saved') return { ...answerIn(entries), position: begun.entries + 1, repeated: false };
    parts.log.warn(
      { code: 'state/conflict', conversation, attempt },
      'another writer was first: the turn is taken again',
    );
    await sleep(Math.random() * Math.min(firstWaitMs * 2 ** attempt, longestWaitMs));
  }
  throw new AppError('state/conflict', 'The conversation is being written elsewhere: send the message again.', {
    conversation,
    attempts,
  });
}

/** An answer for another day than today is given at no hour of it. */
function atThisHour(incoming: Incoming, now: Date): Incoming {
  if (incoming.moment !== undefined) return incoming;
  const moment = momentInFrance(now);
  return moment.day === incoming.on ? { ...incoming, moment } : incoming;
}

/** The one catch of a turn: a bug costs the person an apology, never their place in the conversation. */
async function takeTurn(
  parts: Parts,
  incoming: Incoming,
  state: ConversationState,
  version: number,
): Promise<TurnResult> {
  try {
    return await parts.takeTurn(incoming, state);
  } catch (cause) {
    const { conversation, id, channel } = incoming;
    const reference = referenceOf(conversation, version);
    const code = cause instanceof AppError ? cause.code : 'turn/failed';
    parts.log.error({ code, reference, conversation, activity: id, channel, err: cause }, 'a turn failed');
    // No new state here: a failed turn must not move the dialog on.
    return { ...parts.apologise(incoming, state, reference), state, effects: [] };
  }
}

/** Short enough to read out on the phone; the same for the same conversation and turn. */
function referenceOf(conversation: string, version: number): string {
  const hash = createHash('sha256').update(`${conversation} ${version}`).digest('hex');
  return `E-${hash.slice(0, 8).toUpperCase()}`;
}

/**
 * Each attempt means that another process answered a message of this conversation in between. They wait for different times,
 * so that two who met do not meet again.
 */
const attempts = 12;
const lineMs = 10_000;
const firstWaitMs = 10;
const longestWaitMs = 400;
