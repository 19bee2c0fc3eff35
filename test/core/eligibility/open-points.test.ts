import { describe, expect, test } from 'vitest';
import { rowIds, type RowId } from '../../../src/core/eligibility/index.ts';
import { decided, ids, student, type Told } from './law.ts';
import { people } from './people.ts';

/** What the sheet could not verify (C6), by the row that meets it. */
const ofRow: Partial<Record<RowId, string>> = {
  D04: 'language-school',
  D10: 'under-scheme-age',
  D11: 'older-european',
  D26: 'provisional-certificate',
  D31: 'uk-card',
};

function openAndFlagged(told: Told): readonly [open: string, flags: string] {
  const { open, flags } = decided(student(told));
  return [ids(open), flags.join(', ')];
}

describe('what no source settles', () => {
  test.each(rowIds)('%s asks somebody about its own point, or nobody', (row) => {
    expect(ids(decided(student(people[row])).open)).toBe(ofRow[row] ?? '');
  });

  const older = { ...people.D09, age: 30 };
  const scholarAt28 = { ...people.D09, age: 28 };
  const british = { ...people.D28, nationality: 'GB', on: '2022-09-01' };
  const indian = { nationality: 'IN', insuredIn: 'GB', stayMonths: 2, on: '2022-09-01' };
  const school = { ...people.D02, on: '2016-01-01' };

  test.each<readonly [string, Told, string, string]>([
    ['a scholar of 30', older, 'older-scholar', 'C-14'],
    ['a scholar of exactly 28', scholarAt28, 'older-scholar, at-age-limit', 'C-14, C-04'],
    ['an S1 beside a full card', { ...people.D23, ehic: 'full' }, 's1-and-card', 'C-10'],
    ['an S1 beside a card that ends too soon', { ...people.D23, ehic: 'partial' }, 's1-and-card', 'C-10'],
    ['the form from Quebec with a small job', { ...people.D27, work: 'minor' }, 'quebec-paid-work', 'C-12'],
    ['a full UK card for two months', { ...british, ehic: 'full' }, 'uk-card', 'C-41'],
    ['a UK card that ends too soon, for two months', { ...british, ehic: 'partial' }, 'uk-card', 'C-41'],
    ['two months of a Briton without', british, '', ''],
    [
      'the UK card of an Indian for two months, whose origin changes nothing',
      { ...indian, ehic: 'full' },
      'uk-card',
      'C-41',
    ],
    ['exactly three months', { ...people.D29, stayMonths: 3 }, 'three-months', 'C-13'],
    ['exactly three months with a card, where they change nothing', { ...people.D22, stayMonths: 3 }, '', ''],
    ['exactly 28', { ...people.D12, age: 28 }, 'at-age-limit', 'C-04'],
    ['exactly 28 at work the whole year, where age changes nothing', { ...people.D06, age: 28 }, '', ''],
    [
      'registered, at a language school',
      { ...people.D04, registered: true },
      'language-school, registered-language-school',
      'C-05, C-15',
    ],
    [
      'a job at a language school on the first day of PUMa',
      { ...school, work: 'minor' },
      'working-language-school',
      'C-06, X-11',
    ],
    ['a year of work there', { ...school, work: 'qualifying' }, 'working-language-school', 'C-06, X-11'],
    ['a job there a day earlier', { ...school, work: 'minor', on: '2015-12-31' }, '', 'C-06'],
    ['a job at a university', { ...people.D21, school: 'higher-education' }, '', ''],
    [
      'a European card of a Moroccan insured in Spain',
      { nationality: 'MA', insuredIn: 'ES', ehic: 'full', on: '2021-09-01' },
      'card-elsewhere',
      'C-09',
    ],
  ])('%s', (_, told, open, flags) => {
    expect(openAndFlagged(told)).toEqual([open, flags]);
  });
});

describe('flags that ask nobody', () => {
  const spanish = { ...people.D22, ehic: undefined, stayMonths: 9 };

  test.each<readonly [string, Told, string]>([
    ['a card that ends the day before the academic year does', { ...spanish, ehicUntil: '2022-08-30' }, 'C-08'],
    ['a card to the last day of the academic year', { ...spanish, ehicUntil: '2022-08-31' }, ''],
    ['a card beyond it', { ...spanish, ehicUntil: '2023-01-31' }, ''],
    ['a card beyond it in the student scheme', { ...spanish, on: '2014-09-01', ehicUntil: '2015-08-31' }, ''],
    ['a card beyond it at a language school', { ...spanish, school: 'other', ehicUntil: '2022-08-31' }, ''],
    ['a European without a card in the student scheme', { ...people.D18, nationality: 'IT' }, 'X-06'],
    ['somebody in it who may be European or not', { ...people.D18, nationality: undefined }, ''],
    ['19 without a birth date', { ...people.D17, age: 19 }, 'X-04'],
    ['18', people.D17, ''],
    ['a card of the Swiss', { ...people.D07, nationality: 'CH' }, 'C-07'],
    ['a card of the Germans', people.D07, ''],
    [
      'a card of somebody whose nationality is not told',
      { ...people.D07, nationality: undefined, insuredIn: 'CH' },
      '',
    ],
    ['a small job with a card in the student scheme', { ...people.D07, work: 'minor' }, 'X-22'],
  ])('%s', (_, told, flags) => {
    expect(openAndFlagged(told)).toEqual(['', flags]);
  });
});
