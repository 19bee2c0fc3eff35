import { parentPort, workerData } from 'node:worker_threads';
import { lintChange } from '../knowledge/lint/lint.ts';
import type { LintAnswer, LinterParts, LintOrder } from './linter.ts';

/** The thread that lints what is being typed. */
const parts = workerData as LinterParts;
parentPort?.on('message', ({ number, changes, on }: LintOrder) => {
  const findings = lintChange(parts, changes, on);
  parentPort?.postMessage({ number, findings } satisfies LintAnswer);
});
