import { Worker } from 'node:worker_threads';
import type { FileChanges } from './files.ts';
import { entriesOf, type FormEntry } from './forms.ts';
import { freezeDeep } from './freeze.ts';
import { refuse, type Problem } from './problem.ts';
import type { Knowledge } from './schema.ts';

/**
 * The folder read and checked in a thread of its own, so that no conversation waits for it. `changes` are read
 * instead of what stands there.
 * @throws AppError `knowledge/…` as `loadKnowledge` does
 */
export async function readAside(
  folder: string,
  forms: readonly FormEntry[],
  changes: FileChanges = new Map(),
): Promise<Knowledge> {
  const workerData = { folder, forms: entriesOf(forms), changes } satisfies ReadOrder;
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { workerData });
  const { knowledge, problems } = await new Promise<Read>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  refuse(problems);
  // Without a problem nothing can be missing. What a thread sends is a copy, and no longer frozen.
  return freezeDeep(knowledge as Knowledge);
}

export type ReadOrder = {
  readonly folder: string;
  readonly forms: readonly FormEntry[];
  readonly changes: FileChanges;
};

type Read = { readonly knowledge: Knowledge | null; readonly problems: readonly Problem[] };
