import type { Situation } from '../said.ts';
import { wordsOf } from '../../text/typed-words.ts';
import { doubtAt } from './ask-in-doubt.ts';

/**
 * "My school wants a certificate; I would like to know where I get it": what is told before a wish to know, and the wish. What it asks about
 * stands in what is told, and is understood with it.
 */
export function cutAtWish(
  { knowledge, language }: Pick<Situation, 'knowledge' | 'language'>,
  sentence: string,
): readonly string[] {
  const cues = knowledge.reading[language]?.cues;
  if (cues === undefined) return [sentence];
  const lower = sentence.toLowerCase();
  const wishes = [
    ...cues.request.map((request) => lower.indexOf(request.toLowerCase())),
    doubtAt(sentence, cues),
  ].filter((at) => at > 0);
  const before = wishes.length === 0 ? '' : sentence.slice(0, Math.min(...wishes));
  const told = /^.*[,;:.–—，；：]/su.exec(before)?.[0] ?? '';
  const isOpen = told.split('(').length !== told.split(')').length;
  return isOpen || wordsOf(told).length < fewestTold ? [sentence] : [told.trim(), sentence.slice(told.length).trim()];
}

const fewestTold = 5;
