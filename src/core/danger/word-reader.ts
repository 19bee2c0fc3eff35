import { editsBetween } from '../../text/edit-distance.ts';
import { deletions, wordsLeaving, type DeletionIndex } from '../matching/deletion-index.ts';
import { shortestMisspelt, type Units } from './write-lexicon.ts';

/** Which of the lexicon's words a typed word stands for: itself, a beginning, or one letter away from it. */
export type Reader = { readonly unitsOf: (typed: string) => readonly number[] };

export function createReader(
  { texts, isStart }: Units,
  near: DeletionIndex,
  isWord: (word: string) => boolean,
): Reader {
  const wholes = new Map<string, number>();
  const starts = new Map<string, number>();
  texts.forEach((text, unit) => (isStart[unit] === 1 ? starts : wholes).set(text, unit));
  const cache = new Map<string, readonly number[]>();

  const asSpelt = (word: string): number[] => {
    const found: number[] = [];
    const whole = wholes.get(word);
    if (whole !== undefined) found.push(whole);
    for (let length = 2; length <= word.length; length++) {
      const start = starts.get(word.slice(0, length));
      if (start !== undefined) found.push(start);
    }
    return found;
  };

  const misspelt = (word: string): number[] => {
    if (word.length < shortestMisspelt || word.length > longestMisspelt || isWord(word)) return [];
    const found = new Set<number>();
    for (let length = shortestMisspelt - 1; length <= word.length; length++) {
      const head = word.slice(0, length);
      for (const shorter of deletions(head, 1)) {
        for (const unit of wordsLeaving(near, shorter)) {
          const meant = texts[unit] as string;
          if (meant[0] !== word[0] || editsBetween(head, meant, 1) > 1) continue;
          const whole = length === word.length ? wholes.get(meant) : undefined;
          const start = starts.get(meant);
          if (whole !== undefined) found.add(whole);
          if (start !== undefined) found.add(start);
        }
      }
    }
    return [...found];
  };

  const read = (typed: string): readonly number[] => {
    const ways = arabic.test(typed) ? withoutClitics(typed) : [typed];
    const spelt = ways.flatMap(asSpelt);
    if (spelt.length > 0) return [...new Set(spelt)];
    const digits = withoutDigits(typed);
    return digits === typed ? misspelt(typed) : asSpelt(digits);
  };

  return {
    unitsOf: (typed) => {
      const cached = cache.get(typed);
      if (cached !== undefined) return cached;
      const found = read(typed);
      // Bounded, because words come from anybody.
      if (cache.size < mostCached) cache.set(typed, found);
      return found;
    },
  };
}

/** "k1ll", "su1cide": figures for letters, in a word that has letters too. */
function withoutDigits(word: string): string {
  return /\d/.test(word) && /[a-z]/.test(word)
    ? word.replaceAll(/[013457]/g, (digit) => lettersOf[digit] as string)
    : word;
}

const lettersOf: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' };

/** "and", "so", "in", "for" and the article are written on to an Arabic word. */
function withoutClitics(word: string): readonly string[] {
  const ways = [word];
  for (const clitic of clitics) {
    if (word.startsWith(clitic) && word.length - clitic.length >= 2) ways.push(word.slice(clitic.length));
  }
  return ways;
}

const arabic = /\p{Script=Arabic}/u;
const clitics = ['و', 'ف', 'ب', 'ل', 'ك', 'ال', 'وال', 'فال', 'بال', 'لل', 'كال', 'وب', 'ول'];

/** No word of ours is longer; what is typed without spaces is no misspelling. */
const longestMisspelt = 24;
const mostCached = 50_000;
