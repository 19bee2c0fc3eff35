import { parentPort, workerData } from 'node:worker_threads';
import type { FileChanges } from './files.ts';
import { readKnowledge } from './load.ts';

/** The thread that reads and checks a folder while conversations go on. */
const { folder, changes } = workerData as { readonly folder: string; readonly changes: FileChanges };
const { knowledge, problems } = readKnowledge(folder, changes);
parentPort?.postMessage({ knowledge: problems.length === 0 ? knowledge : null, problems });
