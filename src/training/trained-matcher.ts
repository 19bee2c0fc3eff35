import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { createMatcher, modelVersion, type Corpus, type Matcher, type MatcherModel } from '../core/matching/index.ts';

/**
 * A matcher for the corpus: from the cache when this very corpus was learned before (tens of milliseconds), else trained
 * in a worker thread, so that a hot reload never holds up a conversation, and kept. A cache that cannot be written or
 * read costs time, nothing else.
 */
export async function trainedMatcher(corpus: Corpus, cacheFolder: string): Promise<Matcher> {
  const file = join(cacheFolder, `${fingerprintOf(corpus)}.model`);
  const kept = readModel(file);
  if (kept !== null) return createMatcher(kept);
  const model = await trainInWorker(corpus);
  keepModel(cacheFolder, file, model);
  return createMatcher(model);
}

/** SHA-256 of all that a model depends on: the corpus, the shape of models and the runtime that wrote the bytes. */
export function fingerprintOf(corpus: Corpus): string {
  const bytes = serialize([modelVersion, process.versions.v8, corpus]);
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}

function trainInWorker(corpus: Corpus): Promise<MatcherModel> {
  const worker = new Worker(new URL('./train-worker.ts', import.meta.url), { workerData: corpus });
  return new Promise((resolve, reject) => {
    worker.once('message', (model: MatcherModel) => {
      resolve(model);
    });
    worker.once('error', reject);
  });
}

function readModel(file: string): MatcherModel | null {
  try {
    return deserialize(readFileSync(file)) as MatcherModel;
  } catch {
    // Missing, cut short or unreadable: all mean "train it".
    return null;
  }
}

function keepModel(folder: string, file: string, model: MatcherModel): void {
  try {
    mkdirSync(folder, { recursive: true });
    // Written beside and renamed: another process must never read half a model.
    const partial = `${file}.${process.pid}`;
    writeFileSync(partial, serialize(model));
    renameSync(partial, file);
  } catch {
    // A read-only disk must not keep the program from answering: the next start trains again.
  }
}
