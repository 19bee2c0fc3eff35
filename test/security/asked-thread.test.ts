import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepAskedThread, type AskedThread } from '../../src/threads/asked.ts';
import { AppError } from '../../src/core/errors.ts';

let thread: AskedThread<string, number>;
beforeEach(() => {
  thread = keepAskedThread(new URL('../fixtures/moody-thread.ts', import.meta.url), {
    // On a busy machine a thread alone takes a second to start.
    ms: 5000,
    megabytes: 32,
    tooMuch: () => new AppError('mail/too-costly', 'too much'),
  });
});
afterEach(() => thread.end());

const costly = { code: 'mail/too-costly' };

test('one thread answers all orders, in their order', async () => {
  expect(await Promise.all([thread.ask('echo'), thread.ask('echo'), thread.ask('echo')])).toEqual([1, 2, 3]);
});

test('what the thread refuses keeps its code, and the thread goes on', async () => {
  await expect(thread.ask('refuse')).rejects.toMatchObject({ code: 'mail/unreadable' });
  expect(await thread.ask('echo')).toBe(2);
});

test.each([
  ['never ends', 'spin', costly],
  ['takes ever more memory', 'grow', costly],
  ['breaks the thread', 'break', { message: 'a bug in the thread' }],
])(
  'an order that %s is ended alone: those that waited behind it are answered by a new thread',
  async (_, bad, problem) => {
    expect(await thread.ask('echo')).toBe(1);
    const [refused, ...others] = await Promise.allSettled([thread.ask(bad), thread.ask('echo'), thread.ask('echo')]);
    expect(refused).toMatchObject({ status: 'rejected', reason: problem });
    expect(others.map((other) => other.status === 'fulfilled' && other.value)).toEqual([1, 2]);
  },
);

test('what is being read when the desk closes fails without a verdict, and nothing is begun any more', async () => {
  const asked = thread.ask('spin');
  const failed = expect(asked).rejects.toThrow('The thread was ended.');
  await new Promise((resolve) => setImmediate(resolve));
  await thread.end();
  await failed;
  await expect(thread.ask('echo')).rejects.toThrow('The thread was ended.');
});
