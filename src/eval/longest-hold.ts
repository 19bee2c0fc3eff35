import { setImmediate } from 'node:timers/promises';

/**
 * What a task came to, and the longest that it held the event loop at once, in milliseconds of this thread's processor time:
 * for so long everybody else waits, and what other programs on the machine do does not change it.
 */
export async function longestHold<T>(task: () => Promise<T>): Promise<{ readonly value: T; readonly ms: number }> {
  const ended = new AbortController();
  let longest = 0;
  const watching = (async () => {
    let before = process.threadCpuUsage();
    while (!ended.signal.aborted) {
      await setImmediate();
      const now = process.threadCpuUsage();
      longest = Math.max(longest, now.user + now.system - before.user - before.system);
      before = now;
    }
  })();
  const value = await task().finally(() => {
    ended.abort();
  });
  await watching;
  return { value, ms: longest / 1000 };
}
