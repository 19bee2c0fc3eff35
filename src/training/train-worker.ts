import { parentPort, workerData } from 'node:worker_threads';
import { trainModel, type Corpus } from '../core/matching/index.ts';

/** The thread that learns while conversations go on: one corpus in, one model out. */
parentPort?.postMessage(trainModel(workerData as Corpus));
