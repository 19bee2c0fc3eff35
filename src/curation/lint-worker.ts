import { parentPort, workerData } from 'node:worker_threads';
import { lintChange } from '../knowledge/lint/lint.ts';
import type { LintAnswer, LintOrder } from './linter.ts';

/** The thread that lints what is being typed. */
const folder = workerData as string;
parentPort?.on('message', ({ number, changes, on }: LintOrder) => {
  const findings = lintChange(folder, changes, on);
  parentPort?.postMessage({ number, findings } satisfies LintAnswer);
});
