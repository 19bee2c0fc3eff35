import { describe, expect, test } from 'vitest';
import { rowIds, type RowId } from '../../../src/core/eligibility/index.ts';
import { decided, ids, student } from './law.ts';
import { people } from './people.ts';

/** What the documents are silent on, whatever the case. */
const always = 'family, residence-law';

/** The rows that leave something more to others, by what it is. */
const more: readonly (readonly [string, string, readonly RowId[]])[] = [
  ['what the insurer at home pays, with a card', 'home-scheme', ['D01', 'D07', 'D22']],
  ['the ceiling of income, for cover by residence', 'income-ceiling', ['D03', 'D04', 'D13', 'D15']],
  ['what a private contract covers', 'private-contract', ['D02', 'D12', 'D14', 'D26', 'D28']],
  ['the waits of the platform', 'waits', ['D23', 'D24', 'D25', 'D29', 'D30', 'D31']],
];
const left = rowIds.filter((row) => !more.some(([, , rows]) => rows.includes(row)));

describe('what a reader might take to be part of a decision and is not', () => {
  test.each([
    ...more.flatMap(([what, id, rows]) => rows.map((row) => [row, what, `${id}, ${always}`] as const)),
    ...left.map((row) => [row, 'family and residence law alone', always] as const),
  ])('%s: %s', (row, _, expected) => {
    const { notComputed } = decided(student(people[row]));
    expect(ids(notComputed)).toBe(expected);
    expect(notComputed.map(({ text }) => text)).toEqual(
      notComputed.map(({ id }) => ({ key: `eligibility:notComputed.${id}` })),
    );
  });
});
