import type { Situation } from '../said.ts';
import { endsInQuestionMark, holdsQuestionMark } from '../../text/question-mark.ts';
import { isOneOf, longestMention, wordsOf } from '../../text/typed-words.ts';

/** Whether `text` is a question: by its mark, or by how it opens. A few words are an answer like any other. */
export function asksSomething({ knowledge, language }: Situation, text: string): boolean {
  if (holdsQuestionMark(text)) return wordsOf(text).length > 1;
  if (wordsOf(text).length <= shortAnswer) return false;
  const opening = wordsOf(text).slice(0, shortAnswer).join(' ');
  return longestMention(opening, knowledge.reading[language]?.cues.question ?? []) !== null;
}

/**
 * Whether `text` has a question's mark, or opens with a word of asking: where even a few words are no answer. "Am" asks, and "I am" tells.
 */
export function isQuestion({ knowledge, language }: Pick<Situation, 'knowledge' | 'language'>, text: string): boolean {
  const { question = [], self = [] } = knowledge.reading[language]?.cues ?? {};
  const opening = wordsOf(text).slice(0, openingWords).join(' ');
  return endsInQuestionMark(text) || (longestMention(opening, question) !== null && !isOneOf(opening, self));
}

/** "Sorry, 28", "change my nationality": what was told is taken back. */
export function opensAsCorrection(situation: Situation): boolean {
  return opensWith(situation, situation.knowledge.reading[situation.language]?.cues.correction ?? []);
}

/** Whether one of the cues stands among the first words. */
export function opensWith({ incoming }: Situation, cues: readonly string[]): boolean {
  return longestMention(wordsOf(incoming.text).slice(0, shortAnswer).join(' '), cues) !== null;
}

const openingWords = 2;

/** A message this short is taken as an answer to the question asked, when it can be one. */
export const shortAnswer = 5;
