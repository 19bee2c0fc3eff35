import { parentPort, workerData } from 'node:worker_threads';
import { readKnowledge } from './load.ts';
import type { ReadOrder } from './read-aside.ts';

/** The thread that reads and checks a folder while conversations go on. */
const { folder, forms, changes } = workerData as ReadOrder;
const { knowledge, problems } = readKnowledge(folder, forms, changes);
parentPort?.postMessage({ knowledge: problems.length === 0 ? knowledge : null, problems });
