import { forms } from '../dialogs/index.ts';
import { corpusOf } from '../src/knowledge/corpus.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { trainedMatcher } from '../src/training/trained-matcher.ts';

/** Trains before the first test file, so that the files, which run side by side, find the model in the cache. */
export default async function trainOnce(): Promise<void> {
  await trainedMatcher(corpusOf(loadKnowledge('knowledge', forms)), 'var');
}
