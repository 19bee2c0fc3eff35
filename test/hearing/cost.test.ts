import { expect, test } from 'vitest';
import { hear } from './ears.ts';

const story = 'my sister stays 2 months and i am from Senegal, i arrived on 3 September and my rent is 430 a month. ';

/** Milliseconds of processor time for one hearing: the least of three times many, for other work only adds to it. */
function cost(characters: number, times = 15): number {
  const text = story.repeat(Math.ceil(characters / story.length)).slice(0, characters);
  hear(text);
  const once = (): number => {
    const before = process.threadCpuUsage();
    for (let i = 0; i < times; i++) hear(text);
    return process.threadCpuUsage(before).user / 1000 / times;
  };
  return Math.min(once(), once(), once());
}

test('a text is heard in time that grows with its length', () => {
  cost(500);
  const [short, long] = [cost(500), cost(2_000)];
  // Four times as long; twice that leaves room for a busy machine, a square would be sixteen times.
  expect(long).toBeLessThan(12 * Math.max(short, 0.2));
});

test('a thousand characters take milliseconds', () => {
  cost(1_000);
  expect(cost(1_000)).toBeLessThan(30);
});
