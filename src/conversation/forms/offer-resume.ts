import { choiceOf } from '../choices/choice-value.ts';
import type { Choice } from '../reply.ts';
import { phrase, type Situation } from '../said.ts';

/** The way back into a form that was left. */
export function resumeChoices(situation: Situation, parked: unknown): Choice[] {
  return situation.dialogs.standing(parked) === null
    ? []
    : [choiceOf(phrase(situation, 'choice.resume'), { kind: 'resume' })];
}
