import { parentPort, workerData } from 'node:worker_threads';
// Not by the folder's index: what a thread does not need to learn takes it half a second to load.
import { calibrateCorpus, learnCorpus } from '../core/matching/train.ts';
import type { Half, WorkerTask } from './trained-model.ts';

/** A thread that learns while conversations go on: a corpus in, one half of its model out. */
const halves: Readonly<Record<Half, (corpus: WorkerTask['corpus']) => unknown>> = {
  learned: learnCorpus,
  calibration: calibrateCorpus,
};
const { half, corpus } = workerData as WorkerTask;
parentPort?.postMessage(halves[half](corpus));
