import { eld } from 'eld/small';
import { featureId, FeatureTableBuilder, type FeatureTable } from './feature-table.ts';
import { fold } from './fold.ts';
import { hashText } from './hash.ts';
import { abbreviationsOf } from './lexicon.ts';
import type { LanguageData } from './matcher.ts';
import { createRewriter, rewrite } from './rewrite.ts';
import { knows } from './word-set.ts';
import { wordsOf } from './words.ts';

/** A naive Bayes over sequences of one to four characters, learned from the corpus's own texts. Plain data. */
export type LanguageModel = {
  readonly table: FeatureTable;
  /** Log-probability by feature, then language. */
  readonly logs: Float32Array;
  /** Log-probability of a sequence never seen, by language. */
  readonly unseen: Float32Array;
};

export type Identified = { readonly language: string; readonly confidence: number };

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
    unseen: Float32Array.from(totals, (_, language) => log(0, language)),
  };
}

/** Null when nothing speaks for a language: no letters, or domain terms only. */
export function createIdentifier(model: LanguageModel, languages: readonly LanguageData[]) {
  const withoutTerms = termRemover(languages);
  return (text: string, prior?: string): Identified | null => {
    const words = withoutTerms(text).filter((word) => /\p{L}/u.test(word));
    if (words.length === 0) return null;
    return foreign(model, text, words, languages) ?? ours(model, words, languages, prior);
  };
}

function ours(
  model: LanguageModel,
  words: readonly string[],
  languages: readonly LanguageData[],
  prior?: string,
): Identified | null {
  const scores = languages.map((data, language) => {
    let score = data.language === prior ? priorWeight : 0;
    for (const word of words) {
      for (const hash of sequences(word)) {
        const id = featureId(model.table, hash);
        score += (id < 0 ? model.unseen[language] : model.logs[id * languages.length + language]) as number;
      }
      if (data.words !== undefined && knows(data.words, word)) score += knownWeight;
    }
    return score;
  });
  const best = scores.indexOf(Math.max(...scores));
  const winner = languages[best];
  if (winner === undefined) return null;
  // Sequences overlap, so their evidence counts several times: the temperature undoes that.
  const total = scores.reduce((sum, score) => sum + Math.exp((score - (scores[best] as number)) / temperature), 0);
  return { language: winner.language, confidence: Math.round(1e4 / total) / 1e4 };
}

/**
 * A language that is none of ours: most words are strange to us, and the library is clearly surer of another one. A
 * script that none of our texts is written in needs no more than the library's word.
 */
function foreign(
  model: LanguageModel,
  text: string,
  words: readonly string[],
  languages: readonly LanguageData[],
): Identified | null {
  const isStrangeScript = !words.some((word) =>
    Array.from(word).some((letter) => featureId(model.table, hashText(letter)) >= 0),
  );
  if (!isStrangeScript && shareOfOurs(words, languages) >= mostlyOurs) return null;
  const detected = eld.detect(text.slice(0, 1_000));
  if (detected.language === '' || languages.some(({ language }) => language === detected.language)) return null;
  const scores = detected.getScores();
  const rival = Math.max(0, ...languages.map(({ language }) => scores[language] ?? 0));
  const score = scores[detected.language] as number;
  const confidence = Math.round(1e4 * (score / (score + rival))) / 1e4;
  return isStrangeScript || confidence >= surelyForeign ? { language: detected.language, confidence } : null;
}

/** The largest share of the words that one of our languages' dictionaries knows; any two letters are a word somewhere. */
function shareOfOurs(all: readonly string[], languages: readonly LanguageData[]): number {
  const long = all.filter((word) => word.length > 2);
  const words = long.length === 0 ? all : long;
  const shares = languages.map(({ words: known }) =>
    known === undefined ? 1 : words.filter((word) => knows(known, word)).length / words.length,
  );
  return Math.max(0, ...shares);
}

/** The words of a text, written out and without the terms that are the same in every language. */
function termRemover(languages: readonly LanguageData[]): (text: string) => string[] {
  const abbreviations = abbreviationsOf(languages);
  const terms = createRewriter(
    languages.flatMap(({ domainTerms }) => domainTerms.map((term) => [wordsOf(fold(term)), []] as const)),
  );
  return (text) => rewrite(terms, rewrite(abbreviations, wordsOf(fold(text))));
}

function sequences(word: string): number[] {
  const letters = `^${word}$`;
  const hashes: number[] = [];
  for (let length = 1; length <= 4; length++) {
    for (let at = 0; at + length <= letters.length; at++) hashes.push(hashText(letters.slice(at, at + length)));
  }
  return hashes;
}

const smoothing = 0.5;
const priorWeight = 6;
const knownWeight = 4;
const temperature = 4;
const mostlyOurs = 0.6;
const surelyForeign = 0.555;
