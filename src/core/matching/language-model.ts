import { fold, longestText } from '../../text/fold.ts';
import { segment } from '../../text/segment.ts';
import { FeatureTableBuilder, type FeatureTable } from './feature-table.ts';
import { hashText } from './hash.ts';
import type { LanguageData } from './matcher.ts';
import { createRewriter, rewrite, rewriteBy, type Rewriter, type Rule } from './rewrite.ts';

/** A naive Bayes over sequences of one to four characters, learned from the corpus's own texts. Plain data. */
export type LanguageModel = {
  readonly table: FeatureTable;
  /** Log-probability by feature, then language. */
  readonly logs: Float32Array;
};

export function trainLanguageModel(
  texts: readonly { readonly text: string; readonly language: number }[],
  wordsOfTexts: readonly (readonly string[])[],
  languages: readonly LanguageData[],
): LanguageModel {
  const builder = new FeatureTableBuilder();
  const words = new Map<string, WordUses>();
  const accents: number[][] = [];
  const none = languages.map(() => 0);
  const terms = termsOf(languages);
  const accentsIn = accentReader(terms);
  for (const [i, { text, language }] of texts.entries()) {
    for (const word of rewrite(terms, wordsOfTexts[i] as readonly string[])) {
      let uses = words.get(word);
      if (uses === undefined) {
        uses = { features: sequences(word).map((hash) => builder.idOf(hash)), byLanguage: [...none] };
        words.set(word, uses);
      }
      uses.byLanguage[language] = (uses.byLanguage[language] as number) + 1;
    }
    for (const hash of accentsIn(text)) {
      const line = (accents[builder.idOf(hash)] ??= [...none]);
      line[language] = (line[language] as number) + 1;
    }
  }
  const counts = Array.from({ length: builder.size }, (_, feature) => accents[feature] ?? [...none]);
  for (const { features, byLanguage } of words.values()) {
    for (const feature of features) addTo(counts[feature] as number[], byLanguage);
  }
  const totals = counts.reduce((sums, line) => addTo(sums, line), [...none]);
  const log = (count: number, language: number): number =>
    Math.log((count + smoothing) / ((totals[language] as number) + smoothing * (counts.length + 1)));
  return {
    table: builder.freeze(),
    logs: Float32Array.from(counts.flatMap((line) => line.map(log))),
  };
}

/** A word of the texts: its sequences are taken apart and counted once, however often it is used. */
type WordUses = { readonly features: readonly number[]; readonly byLanguage: number[] };

function addTo(sums: number[], more: readonly number[]): number[] {
  for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] as number) + (more[at] as number);
  return sums;
}

/** The words of a text without the terms that are the same in every language. */
export function termRemover(terms: Rewriter): (text: string) => string[] {
  return (text) => rewrite(terms, segment(fold(text)));
}

/**
 * The accented letters of a text, alone and with a neighbour, as hashes: folded, "médicale" is Italian. Many write none, so they
 * stand beside the sequences.
 */
export function accentReader(terms: Rewriter): (text: string) => number[] {
  return (text) => {
    if (isAscii.test(text)) return [];
    const words = text.slice(0, longestText).normalize('NFC').toLowerCase().match(latinWord) ?? [];
    if (words.every((word) => plain.test(word))) return [];
    return rewriteBy(words, [{ rewriter: terms, keys: words.map(fold) }]).flatMap(accentsOf);
  };
}

/** Names that every language borrows as they are. */
function termsOf(languages: readonly LanguageData[]): Rewriter {
  return createRewriter(termRules(languages));
}

export function termRules(languages: readonly LanguageData[]): readonly Rule[] {
  return languages.flatMap(({ domainTerms }) => domainTerms.map((term) => [segment(fold(term)), []] as const));
}

function accentsOf(word: string): number[] {
  const letters = ['^', ...Array.from(word), '$'];
  return letters.flatMap((letter, at) =>
    plain.test(letter)
      ? []
      : [letter, `${letters[at - 1]}${letter}`, `${letter}${letters[at + 1]}`].map((part) => hashText(`~${part}`)),
  );
}

/** Of one to four characters, edges included, as hashes. */
export function sequences(word: string): number[] {
  const letters = `^${word}$`;
  const hashes: number[] = [];
  for (let length = 1; length <= 4; length++) {
    for (let at = 0; at + length <= letters.length; at++) hashes.push(hashText(letters.slice(at, at + length)));
  }
  return hashes;
}

const isAscii = /^[\x20-\x7e]*$/;
const latinWord = /\p{Script=Latin}+/gu;
const plain = /^[\^$a-z]+$/;
const smoothing = 0.5;
