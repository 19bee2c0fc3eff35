import { withoutAccents } from '../../text/letters.ts';

/** One of these words as a regular expression, with or without their accents. */
export function wordsPattern(words: readonly string[]): string {
  // The longest first: "point" is no "po" and "int".
  const longestFirst = [...new Set(words.flatMap((word) => [word.normalize('NFC'), withoutAccents(word)]))].sort(
    (a, b) => b.length - a.length || (a < b ? -1 : 1),
  );
  return `(?:${longestFirst.map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|')})`;
}
