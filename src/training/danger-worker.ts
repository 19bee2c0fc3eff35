import { parentPort, workerData } from 'node:worker_threads';
import type { DangerData } from '../core/danger/index.ts';
import { trainDanger } from '../core/danger/train.ts';

/** A thread that learns to hear danger while conversations go on. */
parentPort?.postMessage(trainDanger(workerData as DangerData));
