import { parentPort, workerData } from 'node:worker_threads';
import { readKnowledge } from './load.ts';

/** The thread that reads and checks a folder while conversations go on. */
const { knowledge, problems } = readKnowledge(workerData as string);
parentPort?.postMessage({ knowledge: problems.length === 0 ? knowledge : null, problems });
