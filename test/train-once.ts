import { forms } from '../dialogs/index.ts';
import { corpusOf } from '../src/knowledge/corpus.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { dangerDataOf } from '../src/knowledge/danger-data.ts';
import { trainedDanger } from '../src/training/trained-danger.ts';
import { trainedMatcher } from '../src/training/trained-matcher.ts';

/** Trains before the first test file, so that the files, which run side by side, find the models in the cache. */
export default async function trainOnce(): Promise<void> {
  const knowledge = loadKnowledge('knowledge', forms);
  await trainedMatcher(corpusOf(knowledge), 'var');
  await trainedDanger(dangerDataOf(knowledge), 'var');
}
