import { Worker } from 'node:worker_threads';
import type { Day } from '../core/day.ts';
import type { FileChanges } from '../knowledge/files.ts';
import { entriesOf, type FormEntry } from '../knowledge/forms.ts';
import type { Finding } from '../knowledge/lint/finding.ts';

/** What there would be to mend in files with these texts, found in a thread that stays: it is asked as one types. */
export type Lint = (changes: FileChanges, on: Day) => Promise<readonly Finding[]>;

export type LintOrder = {
  readonly number: number;
  readonly changes: FileChanges;
  readonly on: Day;
};
export type LintAnswer = { readonly number: number; readonly findings: readonly Finding[] };

export type LinterParts = { readonly folder: string; readonly forms: readonly FormEntry[] };

/** The thread starts with the first question. */
export function createLinter({ folder, forms }: LinterParts): Lint {
  const workerData = { folder, forms: entriesOf(forms) } satisfies LinterParts;
  const waiting = new Map<number, PromiseWithResolvers<readonly Finding[]>>();
  let worker: Worker | null = null;
  let asked = 0;
  const start = (): Worker => {
    const fresh = new Worker(new URL('./lint-worker.ts', import.meta.url), { workerData });
    fresh.unref();
    fresh.on('message', ({ number, findings }: LintAnswer) => {
      waiting.get(number)?.resolve(findings);
      waiting.delete(number);
    });
    fresh.on('error', (problem) => {
      for (const { reject } of waiting.values()) reject(problem);
      waiting.clear();
      worker = null;
    });
    return fresh;
  };
  return (changes, on) => {
    worker ??= start();
    const answer = Promise.withResolvers<readonly Finding[]>();
    asked += 1;
    waiting.set(asked, answer);
    worker.postMessage({ number: asked, changes, on } satisfies LintOrder);
    return answer.promise;
  };
}
