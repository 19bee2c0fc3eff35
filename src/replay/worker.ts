import { parentPort, workerData } from 'node:worker_threads';
import { forms } from '../../dialogs/index.ts';
import type { Day } from '../core/day.ts';
import { daysThatMatter, renderedDifferences } from '../curation/preview/rendered.ts';
import { prepare, type Prepared } from '../desk/prepare.ts';
import { momentInFrance } from '../day-in-france.ts';
import { corpusOf } from '../knowledge/corpus.ts';
import type { FileChanges } from '../knowledge/files.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { withShippedPhrases } from '../knowledge/stand-in.ts';
import type { LoggedFilter } from '../ports/logged.ts';
import { openLogged } from '../storage/open-logged.ts';
import type { DatabaseAddress } from '../storage/open-database.ts';
import { fingerprintOf } from '../training/trained-matcher.ts';
import { replayLogged } from './replay-logged.ts';
import type { ReplayNews } from './state.ts';

/** What a replay is made of: all plain, since it goes to another thread. */
export type ReplayOrder = {
  readonly folder: string;
  readonly cacheFolder: string;
  readonly database: DatabaseAddress;
  readonly filter: LoggedFilter;
  readonly limit: number;
  /** The files as they were before a correction: only what it changed is told. */
  readonly before: FileChanges | null;
  readonly today: Day;
};

const order = workerData as ReplayOrder;
const tell = (news: ReplayNews): void => parentPort?.postMessage(news);
const { logged, close } = openLogged(order.database);
try {
  const { folder, cacheFolder } = order;
  const loaded = (changes?: FileChanges) => withShippedPhrases(loadKnowledge(folder, forms, changes), folder);
  const now = await prepare(loaded(), cacheFolder);
  const before = order.before === null ? null : await prepare(loaded(order.before), cacheFolder);
  const filter = before === null ? order.filter : narrowed(order.filter, before, now);
  await replayLogged({ now, before }, logged, { filter, limit: order.limit, momentOf: momentInFrance }, tell);
  tell({ set: { stage: 'done' } });
} catch (problem) {
  tell({ set: { stage: 'failed', problem: problem instanceof Error ? problem.message : String(problem) } });
} finally {
  await close();
}

/** Where a correction changed texts or figures alone, only turns that told them can have been wrong. */
function narrowed(filter: LoggedFilter, before: Prepared, now: Prepared): LoggedFilter {
  if (filter.intents !== undefined) return filter;
  if (fingerprintOf(corpusOf(before.knowledge)) !== fingerprintOf(corpusOf(now.knowledge))) return filter;
  const onlyAnswers = [...(order.before?.keys() ?? [])].every((file) =>
    /^topics\/|^languages\/..\/answers\//.test(file),
  );
  const days = daysThatMatter(before, now, order.today);
  const told = renderedDifferences(before, now, days).flatMap(({ kind, id }) => (kind === 'answer' ? [id] : []));
  return { ...filter, intents: [...new Set(told)], orDecided: !onlyAnswers };
}
