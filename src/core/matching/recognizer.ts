import { fold } from '../../text/fold.ts';
import { segment } from '../../text/segment.ts';
import { createEncoder, type Vector } from './encoder.ts';
import { createWordFeatures, featuresOf, type WordFeatures } from './features.ts';
import { withoutFraming } from './framing.ts';
import { featureId } from './feature-table.ts';
import { hashPair } from './hash.ts';
import type { Learned } from './learn.ts';
import { openLexicon, openWords, type Dictionary } from './lexicon.ts';
import { createScores, likenessTo, scoreClasses, softmax } from './class-index.ts';
import type { LanguageData } from './matcher.ts';
import { respell, type Correction } from './respell.ts';
import { written } from './rewrite.ts';
import type { MatcherSettings } from './settings.ts';

/** How well each class fits a text. The arrays are reused by the next call. */
export type Fit = {
  readonly probabilities: Float64Array;
  /** The same by each view alone, and the part of the text that it is. */
  readonly byView: readonly { readonly probabilities: Float64Array; readonly share: number }[];
  /** Cosine to the class's centroid. */
  readonly likenessTo: (c: number) => number;
  /** Logarithm of the sum of exponentials of all classes' weights: low when little of the text spoke for anything. */
  readonly energy: number;
  /** The part of the text that training saw, 0–1, by weight. */
  readonly seen: number;
};

/** A text after each step of reading. */
export type Reading = {
  readonly words: readonly string[];
  readonly expanded: readonly string[];
  readonly respelt: readonly string[];
  readonly corrections: readonly Correction[];
  /** Without greetings and openings. */
  readonly bare: readonly string[];
  /** What the features are made of. */
  readonly tokens: readonly string[];
};

export type Recognizer = {
  readonly dictionary: Dictionary;
  readonly wordFeatures: (word: string) => WordFeatures;
  /** @param language of the text, as an index; -1 where it is none of ours */
  read(text: string, language: number): Reading;
  encode(tokens: readonly string[]): Vector;
  fit(tokens: readonly string[]): Fit;
};

/** What was learned, at work on any text. */
export function createRecognizer(
  learned: Learned,
  languages: readonly LanguageData[],
  settings: MatcherSettings,
): Recognizer {
  const dictionary = openLexicon(openWords(learned.lexicon, languages), learned.replacements);
  const wordFeatures = createWordFeatures(dictionary.stem, dictionary.partsOf);
  const pairSeen = (first: string, second: string): boolean =>
    featureId(learned.encoding.table, hashPair(wordFeatures(first).word, wordFeatures(second).word)) >= 0;
  const speller = { dictionary, index: learned.deletions, pairSeen };
  const scores = createScores(learned.index.classes);
  const encode = createEncoder(learned.encoding, settings);
  const encodeTokens = (tokens: readonly string[]): Vector =>
    encode(featuresOf(tokens, wordFeatures, dictionary.textVector));
  return {
    dictionary,
    wordFeatures,
    read(text, language) {
      const words = segment(fold(text));
      const expanded = written(words, dictionary.abbreviations[language]);
      const { words: respelt, corrections } = respell(speller, expanded, language);
      const bare = withoutFraming(dictionary.framing, respelt);
      const tokens = dictionary.named(bare);
      return { words, expanded, respelt, corrections, bare, tokens };
    },
    encode: encodeTokens,
    fit(tokens) {
      const vector = encodeTokens(tokens);
      scoreClasses(learned.index, vector, scores);
      return {
        energy: softmax(scores.all, scores.near),
        seen: vector.values.reduce((sum, value) => sum + value * value, 0),
        probabilities: scores.all,
        byView: vector.views.map((view, v) => {
          const probabilities = scores.byView[v] as Float64Array;
          softmax(probabilities, scores.near, view.share);
          return { probabilities, share: view.share };
        }),
        likenessTo: (c) => likenessTo(learned.index, vector, c),
      };
    },
  };
}
