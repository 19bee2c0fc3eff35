import { withBoundary } from '../boundary.ts';
import type { Log } from '../ports/log.ts';
import { kept, type Kept, type PersonalData } from '../ports/personal-data.ts';

/** Days that each kind is kept, from knowledge/desk.yaml. */
export type KeepDays = Readonly<Record<Kept, number>>;

type Parts = {
  readonly personalData: Pick<PersonalData, 'forget'>;
  /** Asked for each night: the desk may have changed it. */
  readonly keepDays: () => KeepDays;
  readonly clock: () => Date;
  readonly log: Log;
};

export type Retention = {
  /** Forgets what is older than its time now. */
  run(): Promise<Readonly<Record<Kept, number>>>;
  /** Looks every so often whether a night has come that nothing was forgotten in; the first look is at once. */
  start(): void;
  stop(): void;
};

/** The nightly job. Several processes may run it: what one forgot, the next does not find. */
export function createRetention({ personalData, keepDays, clock, log }: Parts): Retention {
  let lastNight: string | null = null;
  let timer: NodeJS.Timeout | undefined;
  const run = async () => {
    const now = clock();
    const days = keepDays();
    const before = Object.fromEntries(
      kept.map((kind) => [kind, new Date(now.getTime() - days[kind] * dayMs).toISOString()]),
    ) as Record<Kept, string>;
    const forgotten = await personalData.forget(before, now.toISOString());
    log.info({ forgotten }, 'what was kept for its time is forgotten');
    return forgotten;
  };
  const look = async (): Promise<void> => {
    const night = clock().toISOString().slice(0, 10);
    if (night === lastNight || (lastNight !== null && clock().getUTCHours() < quietHour)) return;
    lastNight = night;
    await run();
  };
  const lookSafely = withBoundary(look, (err) => {
    lastNight = null;
    log.error({ code: 'storage/failed', err }, 'nothing was forgotten this night: tried again in an hour');
  });
  return {
    run,
    start() {
      timer ??= setInterval(lookSafely, hourMs).unref();
      lookSafely();
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
    },
  };
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** UTC: when students sleep. */
const quietHour = 2;
