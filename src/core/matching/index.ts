import { createMatcher } from './create.ts';
import type { Corpus, Matcher } from './matcher.ts';
import { trainModel } from './train.ts';

export type { Corpus, CorpusIntent, Explanation, IntentKind, LanguageData, Match, Matcher, Ranked } from './matcher.ts';
export type { MatcherModel } from './model.ts';
export { buildWordSet, knows, type WordSet } from './word-set.ts';
export { readWordVectors, writeWordVectors, type WordVectors } from './word-vectors.ts';
export { createMatcher, trainModel };

/** Trains and creates in one step; `trainModel` alone can run elsewhere, its model be kept. */
export function buildMatcher(corpus: Corpus): Matcher {
  return createMatcher(trainModel(corpus));
}
