import { editsBetween } from './edit-distance.ts';
import { ofEach, remember } from './remember.ts';

/**
 * A word of `vocabulary` for one that is a slip away from it and begins as it does, since a slip in the first letter is rare;
 * else the word as it was typed.
 * @param shortest words of fewer letters are taken as typed, and so `vocabulary` needs none
 */
export function respelt(word: string, vocabulary: ReadonlySet<string>, shortest: number): string {
  return word.length < shortest || vocabulary.has(word) ? word : nearestIn(vocabulary)(word).own;
}

/** Of those with its first letter, the first in their order. The same words are typed again and again. */
const nearestIn = ofEach((vocabulary: ReadonlySet<string>) => {
  const byLetter = Map.groupBy(vocabulary, (own) => own.charAt(0));
  return remember(
    (word) => ({ own: byLetter.get(word.charAt(0))?.find((own) => isSlip(word, own)) ?? word }),
    mostWords,
  );
});

const mostWords = 2_000;

/** Whether a word is one of `vocabulary`, or a slip away: in its first letter as well, since nothing is put in its place. */
export function isNear(word: string, vocabulary: ReadonlySet<string>, shortest: number): boolean {
  if (word.length < shortest) return false;
  return vocabulary.has(word) || Array.from(vocabulary).some((own) => isSlip(word, own));
}

function isSlip(word: string, own: string): boolean {
  return editsBetween(word, own, 1) <= 1;
}
