import { dirname, join } from 'node:path';
import { withBoundary } from '../boundary.ts';
import type { Config } from '../config.ts';
import type { Prepared } from '../desk/prepare.ts';
import type { Log } from '../ports/log.ts';
import { createErasureList } from '../privacy/erasure-list.ts';
import { keepDaysOf } from '../privacy/keep-days.ts';
import { createRetention, type Retention } from '../privacy/retention.ts';
import type { Storage } from '../storage/open-storage.ts';
import { clock } from './clock.ts';

/** What was erased stays so after a backup is brought back; what has had its time is forgotten every night. */
export async function forgetting(
  config: Config,
  { personalData, announcements, current, log }: Storage & { readonly current: () => Prepared; readonly log: Log },
): Promise<Retention> {
  const { DATABASE_URL, CACHE_DIR } = config;
  const lies = DATABASE_URL.kind === 'sqlite' && DATABASE_URL.path !== ':memory:';
  const folder = lies ? dirname(DATABASE_URL.path) : CACHE_DIR;
  const list = createErasureList(join(folder, 'erasures.txt'), personalData);
  const again = await list.apply(clock().toISOString());
  if (again > 0) log.warn({ conversations: again }, 'a backup brought back what was erased: it is erased again');
  const note = withBoundary(
    () => list.note(),
    (err) => {
      log.error({ code: 'storage/failed', err }, 'an erasure could not be listed beside the database');
    },
  );
  announcements.hear('erased', note);
  announcements.afterGap(note);
  const keepDays = () => keepDaysOf(current().knowledge.desk);
  const retention = createRetention({ personalData, keepDays, clock, log });
  retention.start();
  return retention;
}
