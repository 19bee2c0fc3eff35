import { fold } from '../../text/fold.ts';
import { segment } from '../../text/segment.ts';
import { FeatureTableBuilder, type FeatureTable } from './feature-table.ts';
import { hashText } from './hash.ts';
import type { LanguageData } from './matcher.ts';
import { createRewriter, rewrite } from './rewrite.ts';

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
  const withoutTerms = termRemover(languages);
  for (const { text, language } of texts) {
    for (const word of withoutTerms(text)) {
      for (const hash of sequences(word)) {
        const line = (counts[builder.idOf(hash)] ??= languages.map(() => 0));
        line[language] = (line[language] as number) + 1;
        totals[language] = (totals[language] as number) + 1;
      }
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
export function termRemover(languages: readonly LanguageData[]): (text: string) => string[] {
  const terms = createRewriter(
    languages.flatMap(({ domainTerms }) => domainTerms.map((term) => [segment(fold(term)), []] as const)),
  );
  return (text) => rewrite(terms, segment(fold(text)));
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

const smoothing = 0.5;
