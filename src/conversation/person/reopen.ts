import type { AtDesk, TurnDecision } from '../reply.ts';
import { phrase, type Said, type Situation } from '../said.ts';
import { answerExpected } from './expect-answer.ts';

/**
 * What is written after a hand-over was closed and the desk's program cannot answer, or did not help with, is the desk's again. A
 * new question that is answered is a new question; so are thanks.
 */
export function reopenWhereDue(situation: Situation, heard: Said): Said {
  const { atDesk } = situation.incoming;
  if (atDesk?.closed !== true || heard.effects.some(({ kind }) => kind === 'reopen')) return heard;
  if ((atDesk.closedDays ?? Infinity) > lastDay) return heard;
  const unhelped = heard.effects.some((effect) => effect.kind === 'feedback' && !effect.helpful);
  return unhelped || unanswered.has(heard.decision) ? reopened(situation, heard, atDesk) : heard;
}

/** The student reads that a person has it again, and by when they answer. */
export function reopened(situation: Situation, heard: Said, { reference }: AtDesk): Said {
  const { speaker, language } = situation;
  const told = speaker.has(language, 'conversation:handover.reopened')
    ? [phrase(situation, 'handover.reopened', { reference }), ...answerExpected(situation)].join(' ')
    : '';
  return {
    ...heard,
    text: [told, heard.text].filter((text) => text !== '').join('\n\n'),
    handover: { reference },
    effects: [...heard.effects, { kind: 'reopen', reference }],
  };
}

const unanswered: ReadonlySet<TurnDecision> = new Set(['decline', 'gap', 'clarify']);
/** What is written later is about something else. */
const lastDay = 30;
