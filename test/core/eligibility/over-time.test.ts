import { describe, expect, test } from 'vitest';
import { addMonths, day, type Day } from '../../../src/core/day.ts';
import { decided, student, type Told } from './law.ts';

/** The first day of every month that the desk answers for. */
const months: Day[] = [];
for (let on = day('2010-09-01'); on <= '2026-12-01'; on = addMonths(on, 1)) months.push(on);

/** A dozen people, and the rows of their life: each holds until the next begins. */
const people: readonly (readonly [string, Told, readonly (readonly [string, string])[]])[] = [
  [
    'a Brazilian of 22',
    { nationality: 'BR', age: 22 },
    [
      ['2010-09', 'D18'],
      ['2018-09', 'D29'],
    ],
  ],
  [
    'a Korean of 18',
    { nationality: 'KR', age: 18 },
    [
      ['2010-09', 'D17'],
      ['2018-09', 'D29'],
    ],
  ],
  [
    'a German with a full card',
    { nationality: 'DE', age: 21, ehic: 'full' },
    [
      ['2010-09', 'D07'],
      ['2018-09', 'D22'],
    ],
  ],
  [
    'an Italian with nothing',
    { nationality: 'IT', age: 23 },
    [
      ['2010-09', 'D18'],
      ['2018-09', 'D25'],
    ],
  ],
  [
    'a Croatian with a card',
    { nationality: 'HR', insuredIn: 'HR', age: 23, quebecForm: undefined },
    [
      ['2010-09', 'D18'],
      ['2018-09', 'D25'],
    ],
  ],
  [
    'a Briton of 21 without a card',
    { nationality: 'GB', age: 21 },
    [
      ['2010-09', 'D18'],
      ['2018-09', 'D25'],
      ['2021-01', 'D30'],
    ],
  ],
  [
    'a Briton of 21 with a card',
    { nationality: 'GB', age: 21, ehic: 'full' },
    [
      ['2010-09', 'D07'],
      ['2018-09', 'D22'],
      ['2021-01', 'D31'],
    ],
  ],
  [
    'a Quebecer with the form',
    { nationality: 'CA', insuredIn: 'CA-QC', quebecForm: true, age: 22 },
    [
      ['2010-09', 'D08'],
      ['2018-09', 'D27'],
    ],
  ],
  [
    'a Chinese of 32 with little money',
    { nationality: 'CN', age: 32, lowIncome: true, monthsInFrance: 5 },
    [
      ['2010-09', 'D13'],
      ['2016-01', 'D15'],
      ['2018-09', 'D29'],
    ],
  ],
  [
    'an American for two months',
    { nationality: 'US', age: 20, stayMonths: 2 },
    [
      ['2010-09', 'D16'],
      ['2018-09', 'D28'],
    ],
  ],
  [
    'a Japanese at a language school',
    { nationality: 'JP', school: 'other', monthsInFrance: 4 },
    [
      ['2010-09', 'D03'],
      ['2016-01', 'D04'],
    ],
  ],
  [
    'a Vietnamese of the old scheme',
    { nationality: 'VN', age: 22, inStudentScheme2017: true, registered: undefined },
    [
      ['2010-09', 'D18'],
      ['2018-09', 'D05'],
      ['2019-09', 'D20'],
    ],
  ],
  [
    'a Moroccan scholar',
    { nationality: 'MA', age: 24, frenchGovernmentScholarship: true },
    [
      ['2010-09', 'D09'],
      ['2018-09', 'D29'],
    ],
  ],
];

describe('the first day of every month since September 2010', () => {
  test.each(people)('%s', (_, told, life) => {
    const rows = months.map((on) => [on, decided(student({ ...told, on })).row]);
    expect(rows).toEqual(months.map((on) => [on, life.findLast(([from]) => from <= on)?.[1]]));
  });
});
