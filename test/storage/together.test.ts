import { expect, test } from 'vitest';
import { together } from '../../src/storage/together.ts';

/** Doubles numbers, and remembers what it was asked together; what is negative fails, and all that it came with. */
function doubling() {
  const asked: (readonly number[])[] = [];
  const double = together((all: readonly number[]) => {
    asked.push(all);
    return all.some((one) => one < 0)
      ? Promise.reject(new RangeError('negative'))
      : Promise.resolve(all.map((one) => 2 * one));
  });
  return { asked, double };
}

test('what comes at once is run as one, and each has its own result', async () => {
  const { asked, double } = doubling();
  expect(await Promise.all([1, 2, 3].map((one) => double(one)))).toEqual([2, 4, 6]);
  expect(asked).toEqual([[1, 2, 3]]);
});

test('what comes while others run is run after them', async () => {
  const { asked, double } = doubling();
  const first = double(1).then(() => double(3));
  expect(await Promise.all([first, double(2)])).toEqual([6, 4]);
  expect(asked).toEqual([[1, 2], [3]]);
});

test('what fails takes nobody with it', async () => {
  const { asked, double } = doubling();
  const all = await Promise.allSettled([1, -2, 3].map((one) => double(one)));
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(asked).toEqual([[1, -2, 3], [1], [-2], [3]]);
  expect(await double(5)).toBe(10);
});
