import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents, formatAmount, parseAmount, percentOf, sum } from '../../../src/core/money.ts';

test.each([
  ['109.00', 10900],
  ['0.00', 0],
  ['0.05', 5],
  ['999999.99', 99999999],
  ['007.50', 750],
])('%s is %i cents', (text, amount) => {
  expect(parseAmount(text)).toBe(amount);
});

test.each([
  '',
  '1',
  '1.0',
  '1.000',
  '1,00',
  '-1.00',
  '+1.00',
  '1000000.00',
  ' 1.00',
  '1.00 ',
  '1e2',
  '.50',
  '1.00\n2.00',
])('%j is no amount', (text) => {
  expect(parseAmount(text)).toBeNull();
});

test('every amount reads back as it was written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), (amount) => {
      expect(parseAmount(formatAmount(cents(amount)))).toBe(amount);
    }),
  );
});

test.each([
  [0, '0.00'],
  [5, '0.05'],
  [-5, '-0.05'],
  [-12345, '-123.45'],
  [10900, '109.00'],
])('%i cents are written %s', (amount, text) => {
  expect(formatAmount(cents(amount))).toBe(text);
});

test.each([
  [3000, 70, 2100],
  [2650, 70, 1855],
  [1005, 70, 704],
  [1001, 50, 501],
  [999, 50, 500],
  [1, 49, 0],
  [1, 50, 1],
  [0, 70, 0],
])('%i cents at %i%% are %i, half a cent rounded up', (amount, percent, part) => {
  expect(percentOf(cents(amount), percent)).toBe(part);
});

test.each([0.5, NaN, Infinity, Number.MAX_SAFE_INTEGER + 1])('%d is no number of cents', (amount) => {
  expect(() => cents(amount)).toThrow(RangeError);
  expect(() => cents(amount)).toThrow(String(amount));
});

test('a sum of nothing is nothing', () => {
  expect(sum([])).toBe(0);
  expect(sum([cents(9900), cents(1300), cents(1500)])).toBe(12700);
});
