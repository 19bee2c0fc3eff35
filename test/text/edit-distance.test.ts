import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editsBetween } from '../../src/text/edit-distance.ts';

test.each([
  ['nothing', 'visa', 'visa', 0],
  ['a letter added', 'brazil', 'brazzil', 1],
  ['a letter left out', 'reimburse', 'remburse', 1],
  ['a letter changed', 'brazil', 'brasil', 1],
  ['two neighbours swapped', 'card', 'crad', 1],
  ['a swap and a letter left out elsewhere', 'certificate', 'certifciat', 2],
  ['a letter that came between two that were swapped', 'ca', 'abc', 3],
  ['everything', 'abc', '', 3],
])('edits: %s', (_, a, b, edits) => {
  expect([editsBetween(a, b, 5), editsBetween(b, a, 5)]).toEqual([edits, edits]);
});

describe('edits', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });

  test('are counted to the limit, and one more for whatever is farther', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, most) => {
        expect(editsBetween(a, b, most)).toBe(Math.min(editsBetween(a, b, 8), most + 1));
      }),
    );
  });

  test('are none between equal words, and some between others', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editsBetween(a, b, 8) === 0).toBe(a === b);
      }),
    );
  });

  test('are not changed by what both words begin and end with', () => {
    fc.assert(
      fc.property(word, word, word, word, (a, b, start, end) => {
        expect(editsBetween(start + a + end, start + b + end, 8)).toBe(editsBetween(a, b, 8));
      }),
    );
  });

  test('are at most as many as were made', () => {
    const edit = fc.tuple(fc.nat(), fc.constantFrom('add', 'leave out', 'change', 'swap'), fc.constantFrom('x', 'y'));
    fc.assert(
      fc.property(word, edit, (a, [at, how, letter]) => {
        const place = at % (a.length + 1);
        const [before, after] = [a.slice(0, place), a.slice(place)];
        const [first = '', second = ''] = after;
        const made = {
          add: before + letter + after,
          'leave out': before + after.slice(1),
          change: after === '' ? before : before + letter + after.slice(1),
          swap: before + second + first + after.slice(2),
        }[how];
        expect(editsBetween(a, made, 1)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
