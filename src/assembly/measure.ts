import type { Config } from '../config.ts';
import type { Health } from '../console/health/pages.ts';
import type { Measured } from '../http/metrics.ts';
import type { LiveState } from '../knowledge/live.ts';
import type { MailStanding } from '../ports/mail-standing.ts';
import type { Numbers } from '../ports/numbers.ts';
import type { DeliveryState, Outbox } from '../ports/outbox.ts';
import type { Emergencies } from '../ports/emergencies.ts';
import type { Queue } from '../ports/queue.ts';
import type { Problem } from './remember-problems.ts';
import { standingOfFiles } from './standing-of-files.ts';
import { shownConfig } from './shown-config.ts';

type Parts = {
  readonly config: Config;
  readonly live: { state(): LiveState };
  readonly ping: () => Promise<void>;
  readonly outbox: Pick<Outbox, 'list'>;
  readonly queue: Pick<Queue, 'handovers'>;
  readonly emergencies: Pick<Emergencies, 'waiting'>;
  readonly numbers: Pick<Numbers, 'questions'>;
  /** Null where mail is not connected. */
  readonly mail: { standing(): MailStanding } | null;
  readonly problems: () => readonly Problem[];
  readonly counts: () => Readonly<Record<string, number>>;
  readonly clock: () => Date;
};

/** How the installation does, for the health page. */
export async function healthOf({ config, live, ping, outbox, problems, mail }: Parts): Promise<Health> {
  const up = await answers(ping);
  return {
    knowledge: live.state(),
    database: up ? null : 'storage/failed',
    mail: mail?.standing() ?? noMail,
    ...standingOfFiles(config),
    outbox: up ? await waiting(outbox) : {},
    problems: problems(),
    config: shownConfig(config),
  };
}

/** The same in numbers, for Prometheus. With the database away the numbers from it are left out, not zero. */
export async function measure(parts: Parts): Promise<Measured> {
  const { live, ping, outbox, queue, emergencies, numbers, counts, clock } = parts;
  const up = await answers(ping);
  const now = clock();
  const span = { from: new Date(now.getTime() - 86_400_000).toISOString(), until: now.toISOString() };
  const questions = up ? await numbers.questions('day', span) : [];
  return {
    knowledgeSince: live.state().since,
    databaseUp: up,
    openHandovers: up ? (await queue.handovers('open', most)).length : 0,
    emergencies: up ? await emergencies.waiting() : {},
    outbox: up ? await waiting(outbox) : {},
    questions: summed(questions.map(({ decision, count }) => [decision, count])),
    problems: counts(),
  };
}

async function answers(ping: () => Promise<void>): Promise<boolean> {
  try {
    await ping();
    return true;
  } catch {
    // The page and the metric say it; the log has it from whoever needed the database.
    return false;
  }
}

async function waiting(outbox: Pick<Outbox, 'list'>): Promise<Partial<Record<DeliveryState, number>>> {
  const listed = await outbox.list(['queued', 'sending', 'uncertain', 'failed'], most);
  return summed(listed.map(({ state }) => [state, 1]));
}

function summed(counts: readonly (readonly [string, number])[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [name, count] of counts) sums[name] = (sums[name] ?? 0) + count;
  return sums;
}

const noMail: MailStanding = Object.freeze({ state: 'off', since: null, code: null, lastMail: null });
const most = 1000;
