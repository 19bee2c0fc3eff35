import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { serialize } from 'node:v8';
import { createMatcher, type Corpus, type Matcher } from '../core/matching/index.ts';
import { keepModel, readKeptModel } from './kept-model.ts';
import { trainedModel } from './trained-model.ts';

/**
 * A matcher for the corpus: from the cache when this very corpus was learned before (tens of milliseconds), else trained
 * in worker threads, so that a hot reload never holds up a conversation, and kept. A cache that cannot be written or
 * read costs time, nothing else.
 */
export async function trainedMatcher(corpus: Corpus, cacheFolder: string): Promise<Matcher> {
  const key = fingerprintOf(corpus);
  const kept = readKeptModel(cacheFolder, key);
  if (kept !== null) return createMatcher({ ...kept, languages: corpus.languages });
  const model = await trainedModel(corpus);
  keepModel(cacheFolder, key, model);
  return createMatcher(model);
}

/** SHA-256 of all that a model depends on: the corpus, the code that learns from it, and the runtime that counts. */
export function fingerprintOf(corpus: Corpus): string {
  const hash = createHash('sha256').update(process.versions.v8).update(serialize(corpus));
  const code = new URL('../core/matching/', import.meta.url);
  for (const name of readdirSync(code).sort()) hash.update(name).update(readFileSync(new URL(name, code)));
  return hash.digest('hex').slice(0, 32);
}
