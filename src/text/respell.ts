import { editsBetween } from './edit-distance.ts';

/**
 * A word of `vocabulary` for one that is a slip away from it and begins as it does, since a slip in the first letter is rare;
 * else the word as it was typed.
 * @param shortest words of fewer letters are taken as typed, and so `vocabulary` needs none
 */
export function respelt(word: string, vocabulary: ReadonlySet<string>, shortest: number): string {
  if (word.length < shortest || vocabulary.has(word)) return word;
  return beginningAs(word, vocabulary).find((own) => isSlip(word, own)) ?? word;
}

/** Those with its first letter, in their order. */
function beginningAs(word: string, vocabulary: ReadonlySet<string>): readonly string[] {
  let byLetter = known.get(vocabulary);
  if (byLetter === undefined) {
    byLetter = Map.groupBy(vocabulary, (own) => own.charAt(0));
    known.set(vocabulary, byLetter);
  }
  return byLetter.get(word.charAt(0)) ?? [];
}

const known = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, readonly string[]>>();

/** Whether a word is one of `vocabulary`, or a slip away: in its first letter as well, since nothing is put in its place. */
export function isNear(word: string, vocabulary: ReadonlySet<string>, shortest: number): boolean {
  if (word.length < shortest) return false;
  return vocabulary.has(word) || Array.from(vocabulary).some((own) => isSlip(word, own));
}

function isSlip(word: string, own: string): boolean {
  return editsBetween(word, own, 1) <= 1;
}
