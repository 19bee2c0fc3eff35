import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { AppError } from '../core/errors.ts';

/**
 * What the module learns from the data, off the event loop. In a process of its own, not in a thread: learning takes a
 * gigabyte and more, and only a process gives all of it back when it ends.
 */
export function learnAside<Learned>(module: URL, data: object): Promise<Learned> {
  const learner = fork(fileURLToPath(module), { serialization: 'advanced', execArgv: [...roomForNew] });
  // Who is stopped meanwhile leaves nobody behind that learns for nobody.
  const stop = (): void => void learner.kill();
  process.once('exit', stop);
  return new Promise<Learned>((resolve, reject) => {
    learner.once('message', (learned) => {
      resolve(learned as Learned);
    });
    learner.once('error', reject);
    learner.once('exit', (code, signal) => {
      reject(new AppError('bug/unreachable', `What learns ended with ${String(code ?? signal)}.`));
    });
    learner.send(data);
  }).finally(() => process.off('exit', stop));
}

/**
 * Megabytes for what was just made. Most of what a lesson leaves is kept to the end: with the little room that there is at first it is
 * copied again and again, which costs a tenth of the time.
 */
const roomForNew = ['--min-semi-space-size=64', '--max-semi-space-size=64'];

/** In the module of such a process: learns once, tells it, and ends. */
export function learnOnce(learn: (data: unknown) => unknown): void {
  process.once('message', (data) => {
    process.send?.(learn(data), () => {
      process.disconnect();
    });
  });
}
