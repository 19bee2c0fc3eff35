import { withoutAccents } from '../../text/letters.ts';

/** Whole words as a regular expression that reads them with or without their accents, with any apostrophe and spacing. */
export function wordsPattern(words: readonly string[]): string {
  // The longest first: "my name is" must not be read as "my name" and a name.
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return `(?:${longestFirst.map(wordPattern).join('|')})`;
}

/** A word as it is compared: without accents, case, and the difference between apostrophes. */
export function plainWord(word: string): string {
  return withoutAccents(word).replaceAll('’', "'");
}

function wordPattern(word: string): string {
  const whole = /\p{L}$/u.test(word) ? '(?!\\p{L})' : '';
  return Array.from(word.normalize('NFC'), characterPattern).join('') + whole;
}

function characterPattern(character: string): string {
  if (character === ' ') return '[ \\u00a0]{1,3}';
  if (character === "'") return "['’´`]";
  const plain = plainWord(character);
  const escaped = character.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return plain === character.toLowerCase() ? escaped : `[${escaped}${plain}]`;
}
