import { letterOf, scriptOf } from '../../text/script-of.ts';
import type { LanguageData } from './matcher.ts';

/**
 * The language whose script a word is written in, as an index, or -1: Latin letters tell nothing, Chinese and Arabic ones
 * nearly all. For such a language a word needs no dictionary to be known as a word of it.
 */
export function ownScriptOf(languages: readonly LanguageData[]): (word: string) => number {
  const letters = languages.map(({ language }) => letterOf(scriptOf(language)));
  if (letters.every((letter) => letter === null)) return () => -1;
  return (word) => (plain.test(word) ? -1 : letters.findIndex((letter) => letter?.test(word) === true));
}

/** Whether nobody can tell a word of the language from a slip: it is written like others, and no dictionary is there. */
export function isUnjudged({ language, words }: LanguageData): boolean {
  return words === undefined && letterOf(scriptOf(language)) === null;
}

const plain = /^[\x20-\x7e]*$/;
