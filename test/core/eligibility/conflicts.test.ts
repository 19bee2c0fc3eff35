import { describe, expect, test } from 'vitest';
import type { RowId } from '../../../src/core/eligibility/index.ts';
import { decided, ids, student, type Told } from './law.ts';
import { people } from './people.ts';

/** Translations, bank account and waits: what the pages say differently about the platform. */
const ofPlatform = 'C-16, C-17, C-23';

describe('the conflicts of the sources that bear on an answer', () => {
  test.each<readonly [RowId, string, string]>([
    ['D01', 'refunds with a card: as at home, or as in France', 'C-11'],
    ['D02', 'the wait of three months', 'C-06'],
    ['D03', 'cover stops before the CMU can begin, and CMU names two benefits', 'C-36, C-05'],
    ['D04', 'CMU names two benefits, said once', 'C-05'],
    ['D05', 'none: what went on went on', ''],
    ['D06', 'none: work insures', ''],
    ['D07', 'refunds with a card', 'C-11'],
    ['D08', 'none: the form exempted', ''],
    ['D09', 'none under 28', ''],
    ['D10', 'none: no source speaks', ''],
    ['D11', 'older Europeans', 'X-07'],
    ['D12', 'none: private insurance', ''],
    ['D13', 'CMU names two benefits', 'C-05'],
    ['D14', 'the law was wider than the page', 'X-09'],
    ['D15', 'CMU names two benefits', 'C-05'],
    ['D16', 'joining for less than three months', 'C-13'],
    ['D17', 'none at 18', ''],
    ['D18', 'none from afar', ''],
    ['D20', 'none: no papers any more', ''],
    ['D21', 'none: work insures', ''],
    ['D22', 'refunds with a card', 'C-11'],
    ['D23', 'translations, bank account, waits', ofPlatform],
    ['D24', 'how long a card must last, then the same', `C-08, ${ofPlatform}`],
    ['D25', 'translations, bank account, waits', ofPlatform],
    ['D26', 'none: the certificate is an open point', ''],
    ['D27', 'the online step', 'C-12'],
    ['D28', 'none: private insurance', ''],
    ['D29', 'translations, bank account, waits', ofPlatform],
    ['D30', 'translations, bank account, waits', ofPlatform],
    ['D31', 'the United Kingdom, then the same', `C-41, ${ofPlatform}`],
    ['D32', 'none: work insures', ''],
  ])('%s: %s', (row, _, expected) => {
    const { conflicts } = decided(student(people[row]));
    expect(ids(conflicts)).toBe(expected);
    expect(conflicts.map(({ text }) => text)).toEqual(
      conflicts.map(({ id }) => ({ key: `eligibility:conflict.${id}` })),
    );
  });

  test.each<readonly [string, Told, string]>([
    [
      'a card that ends with the stay and before the year',
      { ...people.D22, ehic: undefined, ehicUntil: '2022-06-30', stayMonths: 9 },
      'C-08, C-11',
    ],
    ['the Swiss in the student scheme', { ...people.D07, nationality: 'CH' }, 'C-07, C-11'],
    ['a card of another country', { nationality: 'MA', insuredIn: 'ES', ehic: 'full', on: '2021-09-01' }, 'C-09, C-11'],
    ['a stay of exactly three months', { ...people.D29, stayMonths: 3 }, `C-13, ${ofPlatform}`],
  ])('what the case adds comes first: %s', (_, told, expected) => {
    expect(ids(decided(student(told)).conflicts)).toBe(expected);
  });
});
