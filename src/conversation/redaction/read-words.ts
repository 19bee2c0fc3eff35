import { bareLetters } from '../../text/letters.ts';

/** A word of a text as it is compared, and where it stands. A Chinese or Japanese sign is a word of its own. */
export type Word = {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
};

/** The words of the text that was read last are kept: the shapes read the same one until one of them finds something. */
export function createReadWords(): (text: string) => readonly Word[] {
  let last: { readonly text: string; readonly words: readonly Word[] } | null = null;
  return (text) => (last?.text === text ? last : (last = { text, words: wordsIn(text) })).words;
}

export function wordsIn(text: string): readonly Word[] {
  return Array.from(text.matchAll(pattern), ({ 0: written, index }) => ({
    folded: plainWord(written),
    start: index,
    end: index + written.length,
  }));
}

/** A word as it is compared: without accents and case. */
export function plainWord(word: string): string {
  return bareLetters(word);
}

export const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
/** A longer word is none: what it is cut into is compared in vain. */
const pattern = new RegExp(`[${unspaced}]|[[\\p{L}\\p{M}\\p{N}]--[${unspaced}]]{1,60}`, 'gv');
