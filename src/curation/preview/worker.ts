import { parentPort, workerData } from 'node:worker_threads';
import { forms } from '../../../dialogs/index.ts';
import type { Day } from '../../core/day.ts';
import { prepare } from '../../desk/prepare.ts';
import type { FileChanges } from '../../knowledge/files.ts';
import { loadKnowledge } from '../../knowledge/load.ts';
import { withShippedPhrases } from '../../knowledge/stand-in.ts';
import { openLogged } from '../../storage/open-logged.ts';
import type { DatabaseAddress } from '../../storage/open-database.ts';
import { compare } from './compare.ts';
import type { PreviewNews } from './state.ts';

/** What a preview is made of: all plain, since it goes to another thread. */
export type PreviewOrder = {
  readonly folder: string;
  readonly cacheFolder: string;
  readonly database: DatabaseAddress;
  readonly changes: FileChanges;
  readonly on: Day;
};

const { folder, cacheFolder, database, changes, on } = workerData as PreviewOrder;
const tell = (news: PreviewNews): void => parentPort?.postMessage(news);
const { logged, close } = openLogged(database);
try {
  const old = await prepare(withShippedPhrases(loadKnowledge(folder, forms), folder), cacheFolder);
  const changed = withShippedPhrases(loadKnowledge(folder, forms, changes), folder);
  tell({ set: { stage: 'learning' } });
  // What is learned here is kept: published, it answers at once.
  const now = await prepare(changed, cacheFolder);
  await compare({ old, now, files: [...changes.keys()], folder }, { logged, on }, tell);
  tell({ set: { stage: 'done' } });
} catch (problem) {
  tell({ set: { stage: 'failed', problem: problem instanceof Error ? problem.message : String(problem) } });
} finally {
  await close();
}
