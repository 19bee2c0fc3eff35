import type { Situation } from '../said.ts';
import { longestMention } from '../../text/typed-words.ts';
import { asksPlainly } from './find-questions.ts';
import { isQuestion } from './recognise-question.ts';

/** "Yes, I have declared a doctor": something of oneself is told, and nothing is asked. */
export function tellsOnly(situation: Situation): boolean {
  const { text } = situation.incoming;
  const self = situation.knowledge.reading[situation.language]?.cues.self ?? [];
  return longestMention(text, self) !== null && !isQuestion(situation, text) && !asksPlainly(situation, text);
}
