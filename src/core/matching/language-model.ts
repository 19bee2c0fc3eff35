import { fold, longestText } from '../../text/fold.ts';
import { segment } from '../../text/segment.ts';
import { FeatureTableBuilder, type FeatureTable } from './feature-table.ts';
import { hashText } from './hash.ts';
import type { LanguageData } from './matcher.ts';
import { createRewriter, rewrite, rewriteBy, type Rewriter } from './rewrite.ts';

/** A naive Bayes over sequences of one to four characters, learned from the corpus's own texts. Plain data. */
export type LanguageModel = {
  readonly table: FeatureTable;
  /** Log-probability by feature, then language. */
  readonly logs: Float32Array;
};

export function trainLanguageModel(
  texts: readonly { readonly text: string; readonly language: number }[],
  languages: readonly LanguageData[],
): LanguageModel {
  const builder = new FeatureTableBuilder();
  const counts: number[][] = [];
  const totals = languages.map(() => 0);
  const terms = termsOf(languages);
  const withoutTerms = termRemover(terms);
  const accentsIn = accentReader(terms);
  for (const { text, language } of texts) {
    for (const hash of [...withoutTerms(text).flatMap(sequences), ...accentsIn(text)]) {
      const line = (counts[builder.idOf(hash)] ??= languages.map(() => 0));
      line[language] = (line[language] as number) + 1;
      totals[language] = (totals[language] as number) + 1;
    }
  }
  const log = (count: number, language: number): number =>
    Math.log((count + smoothing) / ((totals[language] as number) + smoothing * (counts.length + 1)));
  return {
    table: builder.freeze(),
    logs: Float32Array.from(counts.flatMap((line) => line.map(log))),
  };
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
    const words = text.slice(0, longestText).normalize('NFC').toLowerCase().match(latinWord) ?? [];
    if (words.every((word) => plain.test(word))) return [];
    return rewriteBy(words, [{ rewriter: terms, keys: words.map(fold) }]).flatMap(accentsOf);
  };
}

/** Names that every language borrows as they are. */
export function termsOf(languages: readonly LanguageData[]): Rewriter {
  return createRewriter(
    languages.flatMap(({ domainTerms }) => domainTerms.map((term) => [segment(fold(term)), []] as const)),
  );
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

const latinWord = /\p{Script=Latin}+/gu;
const plain = /^[\^$a-z]+$/;
const smoothing = 0.5;
