import { bareLetters } from '../text/letters.ts';

/** A word as it is compared, never as it is shown: `don't` and `dont` are one, and so is an Arabic word drawn out. */
export function comparedForm(word: string): string {
  return bareLetters(word).replaceAll(/['’‘`´ـ]/gu, '');
}
