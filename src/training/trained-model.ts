import { Worker } from 'node:worker_threads';
import type { Corpus, MatcherModel } from '../core/matching/index.ts';

export type Half = 'learned' | 'calibration';
export type WorkerTask = { readonly half: Half; readonly corpus: Corpus };

/** Learns a corpus off the event loop, in two threads: what is learned, and how sure of it one may be. */
export async function trainedModel(corpus: Corpus): Promise<MatcherModel> {
  const [learned, calibration] = await Promise.all([
    work<Omit<MatcherModel, 'calibration'>>({ half: 'learned', corpus }),
    work<MatcherModel['calibration']>({ half: 'calibration', corpus }),
  ]);
  return { ...learned, calibration };
}

function work<Result>(task: WorkerTask): Promise<Result> {
  const worker = new Worker(new URL('./train-worker.ts', import.meta.url), { workerData: task });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
