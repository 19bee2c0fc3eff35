import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { serialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import {
  createDangerDetector,
  type ClassifierModel,
  type DangerData,
  type DangerDetector,
} from '../core/danger/index.ts';
import { keep, readKept } from './kept-model.ts';

/** What hears danger: from the cache when it was learned before from this very data, else learned in a thread, and kept. */
export async function trainedDanger(data: DangerData, cacheFolder: string): Promise<DangerDetector> {
  const key = fingerprintOf(data);
  const kept = readKept(cacheFolder, kind, key) as ClassifierModel | null;
  if (kept !== null) return createDangerDetector(data, kept);
  const model = await learnAside(data);
  keep(cacheFolder, kind, key, model);
  return createDangerDetector(data, model);
}

const kind = 'danger-';

function learnAside(data: DangerData): Promise<ClassifierModel> {
  const worker = new Worker(new URL('./danger-worker.ts', import.meta.url), { workerData: data });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/** SHA-256 of all that the model depends on: the data, the code that learns from it, and the runtime that counts. */
function fingerprintOf(data: DangerData): string {
  const hash = createHash('sha256').update(process.versions.v8).update(serialize(data));
  const code = new URL('../core/danger/', import.meta.url);
  for (const name of readdirSync(code).sort()) hash.update(name).update(readFileSync(new URL(name, code)));
  return hash.digest('hex').slice(0, 32);
}
