import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../ports/log.ts';

export type Closing = {
  /** From the first sign on: `/readyz` says so, and no connection is kept. */
  readonly begun: () => boolean;
  /** Ends the process. A second call ends the time in which a balancer is given to look elsewhere. */
  close(why: string, how: { readonly exitCode: number; readonly atOnce?: boolean }): Promise<void>;
};

/**
 * How the desk is closed: first it only says that it goes, while it answers as before, so that a balancer learns of it before
 * anybody is refused; then what was begun is finished. What hangs is left when its time is over.
 * @param finish closes everything in order; resolves to how that went
 */
export function createClosing(
  { lameDuckMs, log }: { readonly lameDuckMs: number; readonly log: Log },
  finish: () => Promise<string>,
): Closing {
  let begun = false;
  const goNow = new AbortController();
  return {
    begun: () => begun,
    async close(why, { exitCode, atOnce = false }) {
      if (begun) {
        goNow.abort();
        return;
      }
      begun = true;
      if (!atOnce && lameDuckMs > 0) {
        log.info({ signal: why, seconds: lameDuckMs / 1000 }, 'the desk will close: nobody is sent here any more');
        await sleep(lameDuckMs, undefined, { signal: goNow.signal }).catch(() => undefined);
      }
      setTimeout(() => {
        log.warn({ code: 'storage/failed', signal: why }, 'what hung was left: the desk is closed');
        process.exit(exitCode);
      }, drainMs);
      try {
        const end = await finish();
        log.info({ signal: why, end }, 'the desk is closed');
        process.exit(exitCode);
      } catch (err) {
        log.error({ code: 'bug/uncaught', signal: why, err }, 'the desk could not be closed in order');
        process.exit(1);
      }
    },
  };
}

/** All of it: a turn takes milliseconds, a slow network a few seconds to take its answer. */
const drainMs = 10_000;
