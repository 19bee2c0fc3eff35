import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { limitTo } from '../../src/limit-to.ts';

test('never more than the limit run, in the order they came, and one that fails gives its place on', async () => {
  const atOnce = limitTo(3);
  let running = 0;
  let most = 0;
  const begun: number[] = [];
  const task = (number: number) => async () => {
    begun.push(number);
    most = Math.max(most, (running += 1));
    await setImmediate();
    running -= 1;
    if (number % 4 === 0) throw new RangeError('failed');
    return number;
  };
  const numbers = Array.from({ length: 20 }, (_, number) => number);
  const ends = await Promise.allSettled(numbers.map((number) => atOnce(task(number))));
  expect(most).toBe(3);
  expect(begun).toEqual(numbers);
  expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(5);
  expect(await atOnce(task(21))).toBe(21);
});
