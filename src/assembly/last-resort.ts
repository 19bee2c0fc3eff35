import type { Log } from '../ports/log.ts';

/**
 * Below every door's own boundary: what none of them caught is a bug of ours. The process is in an unknown state then, so it
 * answers what was begun, takes nothing new and ends with 1, for whoever runs it to start it again. Each is counted in the
 * log under `bug/uncaught`, by which a fuzzer, the health page and the metrics tell that it was reached.
 * @param drain closes the desk in order and ends the process with this exit code; it never throws
 */
export function drainOnFault(log: Log, drain: (why: string, exitCode: number) => Promise<void>): void {
  let faults = 0;
  const fault = (problem: unknown, origin: string): void => {
    faults += 1;
    log.error(
      { code: 'bug/uncaught', origin, faults, err: problem },
      'a fault passed every boundary: please report it',
    );
    // What broke may be what has to be closed.
    setTimeout(() => process.exit(1), patienceMs).unref();
    void drain('bug/uncaught', 1);
  };
  process.on('uncaughtException', fault);
  // Given a reason of any kind; without this listener Node would make an exception of it.
  process.on('unhandledRejection', (reason) => {
    fault(reason, 'unhandledRejection');
  });
}

/** Longer than a drain in order takes. */
const patienceMs = 30_000;
