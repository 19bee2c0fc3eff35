import { knows, type WordSet } from '../core/matching/index.ts';
import { lazily } from '../core/lazily.ts';
import { remember } from '../text/remember.ts';
import type { Lexicon } from './lexicon.ts';
import { nearest } from './misspelt.ts';
import type { PlaceIndex } from './place-index.ts';
import { hasCapital, type Token } from './tokens.ts';

/** What is known of how the words of a language are spelt. */
export type Slips = {
  /** Neither a word of the language's data nor one of its dictionary. */
  isUnknown(word: string): boolean;
  /** The tokens of a text with the words that are meant by those with a slip in them: "univercity", "septembr". */
  mend(tokens: readonly Token[], text: string): readonly Token[];
};

/**
 * @param places whose names are spelt as they are
 * @param dictionary the real words of the language; without one no word is unknown
 */
export function createSlips(lexicon: Lexicon, places: PlaceIndex, dictionary: WordSet | undefined): Slips {
  if (dictionary === undefined) return { isUnknown: () => false, mend: (tokens) => tokens };
  const meant = lazily(() => meantAmong(lexicon, dictionary));
  const isUnknown = (word: string): boolean => {
    const { exact, beginnings } = lexicon.words();
    if (word.length < shortestSwapped || exact.has(word) || knows(dictionary, word)) return false;
    return !Array.from(beginnings).some((beginning) => word.startsWith(beginning));
  };
  return {
    isUnknown,
    mend: (tokens, text) => {
      const unknown = tokens.flatMap(({ kind, text: word }, at) => (kind === 'word' && isUnknown(word) ? [at] : []));
      if (unknown.length === 0) return tokens;
      const names = places.find(tokens, text);
      const slips = unknown.filter(
        (at) => !isName(tokens, at, text) && !names.some(({ from, to }) => from <= at && at < to),
      );
      return tokens.map((token, at) => {
        const own = slips.includes(at) ? meant()(token.text).own : null;
        return own === null ? token : { ...token, text: own, forms: [own] };
      });
    },
  };
}

/** In the middle of a sentence a capital begins a name, which is spelt as it is. */
function isName(tokens: readonly Token[], at: number, text: string): boolean {
  const before = tokens[at - 1];
  return before !== undefined && before.kind !== 'stop' && hasCapital(text, tokens[at]);
}

/** The one word that is meant, or none: where two are as near, neither is. A slip in the first letter is rare. */
function meantAmong(lexicon: Lexicon, dictionary: WordSet): (word: string) => { readonly own: string | null } {
  const ours = Array.from(lexicon.words().exact, (name) => ({ name }));
  const byLetter = Map.groupBy(ours, ({ name }) => name.charAt(0));
  return remember((word) => {
    const most = word.length < long ? 1 : 2;
    const alike = (byLetter.get(word.charAt(0)) ?? []).filter(({ name }) =>
      word.length < shortest ? isSwapped(word, name) : name.length >= shortest,
    );
    const near = nearest(word, alike, most);
    // "Septembr" is September, though the French say septembre.
    const [first, ...more] = near.length > 1 ? near.filter(({ name }) => knows(dictionary, name)) : near;
    return { own: first === undefined || more.length > 0 ? null : first.name };
  });
}

/** "yaer": letters that changed places. */
function isSwapped(word: string, own: string): boolean {
  return Array.from(word).sort().join('') === Array.from(own).sort().join('');
}

/** Shorter words are near to too many others; two slips need a long one. */
const shortest = 5;
const shortestSwapped = 4;
const long = 8;
