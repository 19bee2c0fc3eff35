import { describe, expect, test } from 'vitest';
import type { RowId } from '../../../src/core/eligibility/index.ts';
import { decided, student } from './law.ts';
import { people } from './people.ts';

/** "with a card for the whole stay: D22" for each change, as `field.value row`. */
function changes(row: RowId): readonly string[] {
  return decided(student(people[row])).changes.map(
    (change) => `${change.text.key.replace('eligibility:change.', '')} ${change.row}`,
  );
}

describe('what would change the outcome', () => {
  test.each<readonly [RowId, string, readonly string[]]>([
    ['D02', 'living in France for three months', ['monthsInFrance.3-and-over D03']],
    ['D20', 'nothing: registered is registered', []],
    ['D21', 'stopping work, with a card for the whole stay', ['work.none D22']],
    [
      'D22',
      'another card, work, an S1',
      ['ehic.none D25', 'ehic.partial D24', 'work.minor D21', 'work.qualifying D21', 's1.yes D23'],
    ],
    [
      'D14',
      'a year of work, a scholarship, another age, fewer months, a low income',
      [
        'work.qualifying D06',
        'frenchGovernmentScholarship.yes D09',
        'age.under-16 D10',
        'age.16-19 D17',
        'age.20-27 D18',
        'monthsInFrance.under-3 D12',
        'lowIncome.yes D13',
      ],
    ],
    ['D27', 'the form missing', ['quebecForm.no D29']],
    ['D29', 'a year of work, a stay of less than three months', ['work.qualifying D32', 'stayMonths.short D28']],
  ])('%s: %s', (row, _, expected) => {
    expect(changes(row)).toEqual(expected);
  });

  test('is told with what would hold then', () => {
    expect(decided(student(people.D30)).changes).toEqual([
      { field: 'ehic', text: { key: 'eligibility:change.ehic.partial' }, row: 'D31', outcome: 'GEN-VERIFY' },
      { field: 'ehic', text: { key: 'eligibility:change.ehic.full' }, row: 'D31', outcome: 'GEN-VERIFY' },
      { field: 'work', text: { key: 'eligibility:change.work.qualifying' }, row: 'D32', outcome: 'WORK' },
      { field: 'stayMonths', text: { key: 'eligibility:change.stayMonths.short' }, row: 'D28', outcome: 'PRIV-SHORT' },
    ]);
  });

  test('the rows that it leads to are the near misses, each by the first field that leads there', () => {
    expect(decided(student(people.D29)).nearly).toEqual([
      { row: 'D28', failed: 'stayMonths' },
      { row: 'D32', failed: 'work' },
    ]);
    expect(decided(student(people.D22)).nearly).toEqual([
      { row: 'D21', failed: 'work' },
      { row: 'D23', failed: 's1' },
      { row: 'D24', failed: 'ehic' },
      { row: 'D25', failed: 'ehic' },
    ]);
    expect(decided(student(people.D20)).nearly).toEqual([]);
  });
});
