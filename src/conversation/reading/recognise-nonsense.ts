import { knows, type WordSet } from '../../core/matching/index.ts';
import { isOneOf, wordsOf } from '../../text/typed-words.ts';

/** What a message without a question is made of. */
export type Nonsense = 'sum' | 'repeated' | 'no-word';

/**
 * A sum or a number alone, one word again and again, or no word that any of the dictionaries has; else null.
 * @param typed what is typed to fill a line, "asdf": dictionaries made of what people write have it
 */
export function nonsenseIn(text: string, dictionaries: readonly WordSet[], typed: readonly string[]): Nonsense | null {
  if (!/\p{L}/u.test(text)) return /\p{N}/u.test(text) ? 'sum' : null;
  const words = wordsOf(text);
  if (words.length >= timesInARow && new Set(words).size === 1) return 'repeated';
  const spelt = words.filter((word) => /\p{L}/u.test(word));
  if (dictionaries.length === 0) return null;
  const latin = spelt.every((word) => /^[\p{Script=Latin}\p{N}]+$/u.test(word));
  const long = spelt.filter(({ length }) => length >= shortestWord);
  const known = (long.length > 0 ? long : spelt).some(
    (word) => !isOneOf(word, typed) && dictionaries.some((dictionary) => knows(dictionary, word)),
  );
  return latin && spelt.length > 0 && !known ? 'no-word' : null;
}

const timesInARow = 3;
/** Nearly any two letters are a word somewhere. */
const shortestWord = 3;
