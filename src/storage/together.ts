import { setImmediate } from 'node:timers/promises';

/**
 * Runs what comes close together as one: a commit costs as much for many turns as for one. What fails takes nobody with it:
 * each of them is then run alone.
 */
export function together<T, R>(runAll: (all: readonly T[]) => Promise<readonly R[]>): (one: T) => Promise<R> {
  let waiting: Waiting<T, R>[] = [];
  let running = false;
  const run = async (): Promise<void> => {
    running = true;
    while (waiting.length > 0) {
      // Whoever is as far in this round of the loop comes along.
      await setImmediate();
      const all = waiting;
      waiting = [];
      await settle(runAll, all);
    }
    running = false;
  };
  return (one) =>
    new Promise<R>((resolve, reject) => {
      waiting.push({ one, resolve, reject });
      if (!running) void run();
    });
}

type Waiting<T, R> = {
  readonly one: T;
  readonly resolve: (result: R) => void;
  readonly reject: (problem: unknown) => void;
};

/** Never rejects: whoever waits is told. */
async function settle<T, R>(
  runAll: (all: readonly T[]) => Promise<readonly R[]>,
  all: readonly Waiting<T, R>[],
): Promise<void> {
  try {
    const results = await runAll(all.map(({ one }) => one));
    for (const [at, { resolve }] of all.entries()) resolve(results[at] as R);
  } catch (problem) {
    const [first, ...others] = all;
    if (others.length === 0) first?.reject(problem);
    else for (const waiting of all) await settle(runAll, [waiting]);
  }
}
