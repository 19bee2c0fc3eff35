import { forms } from '../dialogs/index.ts';
import { prepare } from '../src/desk/prepare.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';

/** Learns before the first test file, so that the files, which run side by side, find the models in the cache. */
export default async function trainOnce(): Promise<void> {
  await prepare(loadKnowledge('knowledge', forms), 'var');
}
