import type { Reply, Trace } from '../../conversation/reply.ts';
import type { Ask } from './plan-asks.ts';

/** What was asked, and what the desk said to it. */
export type AnsweredAsk = {
  readonly ask: Ask;
  readonly replies: readonly Reply[];
  readonly trace: Trace;
  /** Whether it may go out without a person. */
  readonly sure: boolean;
};

/**
 * A letter goes out by itself where each of its questions has a subject's answer, or the question of a form that goes on
 * from here. Small talk, what is not ours, a gap, a question back, and a form that asks the same again are for a person.
 * @param pending what was asked before, in a conversation that goes on; undefined where it begins
 */
export function isSurelyAnswered(
  { decision, intent, intents, asking, outcome, listener, score }: Trace,
  pending: string | null | undefined,
): boolean {
  switch (decision) {
    case 'answer':
      return (
        intent !== null &&
        listener !== 'unsure' &&
        (listener !== 'topic' || (score ?? 1) >= sureOfTopic) &&
        intents.every((one) => one.decision === 'answer' || one.decision === 'dialog')
      );
    case 'dialog':
      return outcome !== null || (asking !== null && asking !== pending);
    // Who was told to write "talk to a person" and does so is told that somebody will; a stranger's letter may only sound so.
    case 'handover':
      return pending !== undefined;
    case 'emergency':
    // A colleague has the conversation: nobody waits for a letter of the program's.
    case 'held':
      return true;
    case 'smalltalk':
    case 'command':
    case 'clarify':
    case 'gap':
    case 'decline':
      return false;
  }
}

/** The chance of being right from which nobody has to look; what is asked in a conversation is known by what stands before. */
const sureOfTopic = 0.5;
