import type { LanguageData } from './matcher.ts';

type IsWordOf = (language: number, word: string) => boolean;

/** How many words of a text are a language's own in Latin letters, and how many are another's. */
export type Romanised = { readonly language: string; readonly confidence: number };

/**
 * The language that a text is in, written in Latin letters though the language has its own ("kifach nsajel", "3andi so2al"),
 * or null. Its letters look like any language's, and most of its words have no one spelling: what tells it are words that
 * nobody else has, and figures that stand for letters.
 */
export function romanisedReader(
  languages: readonly LanguageData[],
  isWordOf: IsWordOf,
): (words: readonly string[]) => Romanised | null {
  const lists = languages.flatMap(({ language, romanised }) =>
    romanised === undefined ? [] : [{ language, known: new Set(romanised) }],
  );
  const others = languages.flatMap(({ words }, language) => (words === undefined ? [] : [language]));
  const isOthers = (word: string) => others.some((language) => isWordOf(language, word));
  return (words) => {
    for (const { language, known } of lists) {
      const rest = words.filter((word) => !known.has(word) && !standsForLetters(word, isOthers));
      const told = words.length - rest.length;
      const strange = Math.max(
        0,
        ...others.map((other) => rest.filter((word) => word.length > shortest && isWordOf(other, word)).length),
      );
      const own = weight * told;
      if (told > 0 && own >= strange) return { language, confidence: Math.round((1e4 * own) / (own + strange)) / 1e4 };
    }
    return null;
  };
}

/** "n3mel", "ta2min", "9adech": a figure inside a word, or before one, where no word of another language stands ("3mois"). */
function standsForLetters(word: string, isOthers: (word: string) => boolean): boolean {
  if (!withFigures.test(word) || word.replaceAll(/\d/g, '').length < leastLetters) return false;
  return !word.split(/\d/).some((part) => ordinals.test(part) || (part.length >= leastLetters && isOthers(part)));
}

/** A figure that stands for a letter: before letters, or between two. */
const withFigures = /^(?:[379][a-z]+|[a-z]+[235679][a-z]+)(?:[235679][a-z]+)*$/;
const ordinals = /^i?emes?$/;
const leastLetters = 3;
/** Words of three letters are words of every language. */
const shortest = 3;
/** Terms and loans are borrowed as they are ("wach khassni une attestation"): a word of its own weighs three of theirs. */
const weight = 3;
