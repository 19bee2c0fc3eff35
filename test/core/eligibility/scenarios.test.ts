import { describe, expect, test } from 'vitest';
import { decided, student, type Told } from './law.ts';

/** The sheet's scenarios: who, what is known, the row, and what else must hold. */
type Scenario = readonly [id: string, who: string, told: Told, row: string, outcome: string, fee: string | null];

const studentScheme: readonly Scenario[] = [
  ['T01', 'Brazil, 22', { nationality: 'BR', age: 22, on: '2014-10-01' }, 'D18', 'STU', '213.00'],
  ['T03', 'Korea, 18', { nationality: 'KR', age: 18, on: '2013-10-01' }, 'D17', 'STU-FREE', '0.00'],
  ['T04', 'Germany, full card', { nationality: 'DE', age: 21, ehic: 'full', on: '2014-10-01' }, 'D07', 'EHIC', '0.00'],
  [
    'T06',
    'Switzerland, full card',
    { nationality: 'CH', age: 24, ehic: 'full', on: '2014-10-01' },
    'D07',
    'EHIC',
    '0.00',
  ],
  ['T07', 'Italy, no card', { nationality: 'IT', age: 23, on: '2014-10-01' }, 'D18', 'STU', '213.00'],
  [
    'T09',
    'Quebec with Q102 bis',
    { nationality: 'CA', insuredIn: 'CA-QC', quebecForm: true, age: 22, on: '2014-10-01' },
    'D08',
    'QC',
    '0.00',
  ],
  [
    'T11',
    'Quebec, exchange, no form',
    { nationality: 'CA', insuredIn: 'CA-QC', exchange: true, age: 23, on: '2014-10-01' },
    'D18',
    'STU',
    '213.00',
  ],
  [
    'T13',
    'Quebec, 31, no form',
    { nationality: 'CA', insuredIn: 'CA-QC', age: 31, on: '2014-10-01' },
    'D12',
    'PRIV',
    null,
  ],
  [
    'T14',
    'Morocco, scholarship',
    { nationality: 'MA', age: 24, frenchGovernmentScholarship: true, on: '2014-10-01' },
    'D09',
    'STU-FREE',
    '0.00',
  ],
  [
    'T16',
    'USA, two months',
    { nationality: 'US', age: 20, stayMonths: 2, on: '2014-06-01' },
    'D16',
    'STU-OPT',
    '211.00',
  ],
  [
    'T18',
    'China, 32, low income',
    { nationality: 'CN', age: 32, lowIncome: true, monthsInFrance: 5, on: '2015-02-01' },
    'D13',
    'CMU',
    '0.00',
  ],
  [
    'T20',
    'China, 32, income not low',
    { nationality: 'CN', age: 32, monthsInFrance: 5, on: '2015-02-01' },
    'D14',
    'PRIV',
    null,
  ],
  ['T22', 'India, 27', { nationality: 'IN', age: 27, on: '2017-10-01' }, 'D18', 'STU', '217.00'],
  ['T23', 'India, 22', { nationality: 'IN', age: 22, on: '2016-10-01' }, 'D18', 'STU', '215.00'],
  [
    'T25',
    'Turkey, Erasmus',
    { nationality: 'TR', age: 21, stayMonths: 9, exchange: true, on: '2017-10-01' },
    'D18',
    'STU',
    '217.00',
  ],
  [
    '',
    'Japan, 30, PUMa instead of CMU',
    { nationality: 'JP', age: 30, monthsInFrance: 3, on: '2016-02-01' },
    'D15',
    'PUMA',
    '0.00',
  ],
  ['', 'Japan, 15', { nationality: 'JP', age: 15, on: '2014-10-01' }, 'D10', 'VERIFY', null],
  ['', 'Italy, 29, no card', { nationality: 'IT', age: 29, on: '2014-10-01' }, 'D11', 'VERIFY', null],
  [
    '',
    'Japan, a work-study contract',
    { nationality: 'JP', age: 22, work: 'qualifying', on: '2014-10-01' },
    'D06',
    'WORK',
    '0.00',
  ],
];

const languageSchool: readonly Scenario[] = [
  [
    'T27',
    'Japan, one month',
    { nationality: 'JP', age: 25, school: 'other', stayMonths: 1, monthsInFrance: 0, on: '2013-04-01' },
    'D02',
    'PRIV',
    null,
  ],
  [
    'T28',
    'Japan, three months',
    { nationality: 'JP', age: 25, school: 'other', stayMonths: 3, monthsInFrance: 0, on: '2013-04-01' },
    'D02',
    'PRIV',
    null,
  ],
  [
    'T31',
    'Japan, four months in France',
    { nationality: 'JP', age: 25, school: 'other', monthsInFrance: 4, on: '2013-08-01' },
    'D03',
    'CMU',
    null,
  ],
  [
    '',
    'Japan, four months in France, PUMa',
    { nationality: 'JP', age: 25, school: 'other', monthsInFrance: 4, on: '2018-10-01' },
    'D04',
    'PUMA',
    '0.00',
  ],
  [
    'T33',
    'Germany, full card',
    { nationality: 'DE', age: 22, school: 'other', ehic: 'full', on: '2013-04-01' },
    'D01',
    'EHIC',
    '0.00',
  ],
];

const transition: readonly Scenario[] = [
  ['T35', 'Vietnam, first enrolment', { nationality: 'VN', age: 20, on: '2018-09-15' }, 'D29', 'GEN', '0.00'],
  [
    'T36',
    'Vietnam, in the student scheme before',
    { nationality: 'VN', age: 22, inStudentScheme2017: true, on: '2018-10-01' },
    'D05',
    'CONT-STU',
    '0.00',
  ],
];

const generalScheme: readonly Scenario[] = [
  ['T38', 'Mexico', { nationality: 'MX', age: 21, on: '2021-09-01' }, 'D29', 'GEN', '0.00'],
  [
    'T40',
    'Mexico, two months',
    { nationality: 'MX', age: 21, stayMonths: 2, on: '2021-09-01' },
    'D28',
    'PRIV-SHORT',
    null,
  ],
  [
    'T41',
    'Mexico, registered last year',
    { nationality: 'MX', age: 22, registered: true, on: '2021-09-01' },
    'D20',
    'CONT-GEN',
    '0.00',
  ],
  [
    'T42',
    'Spain, card past the stay',
    {
      nationality: 'ES',
      age: 20,
      ehic: undefined,
      ehicUntil: '2022-07-31',
      stayMonths: undefined,
      stayFrom: '2021-09-01',
      stayUntil: '2022-06-30',
      on: '2021-09-01',
    },
    'D22',
    'EHIC',
    '0.00',
  ],
  ['T44', 'Spain, nothing in hand', { nationality: 'ES', age: 20, on: '2021-09-01' }, 'D25', 'GEN-RES', '0.00'],
  ['T45', 'Spain, S1', { nationality: 'ES', age: 20, s1: true, on: '2021-09-01' }, 'D23', 'GEN-S1', '0.00'],
  ['T48', 'Iceland, full card', { nationality: 'IS', age: 22, ehic: 'full', on: '2022-09-01' }, 'D22', 'EHIC', '0.00'],
  [
    'T49',
    'Switzerland, full card',
    { nationality: 'CH', age: 22, ehic: 'full', on: '2023-09-01' },
    'D22',
    'EHIC',
    '0.00',
  ],
  ['T52', 'UK, no card', { nationality: 'GB', age: 21, on: '2022-09-01' }, 'D30', 'GEN', '0.00'],
  [
    'T53',
    'UK, GHIC for the stay',
    { nationality: 'GB', age: 21, ehic: 'full', on: '2022-09-01' },
    'D31',
    'GEN-VERIFY',
    '0.00',
  ],
  [
    'T55',
    'Ireland, full card and a job',
    { nationality: 'IE', age: 21, ehic: 'full', work: 'minor', on: '2022-09-01' },
    'D21',
    'WORK',
    '0.00',
  ],
  [
    'T56',
    'Quebec, Q106',
    { nationality: 'CA', insuredIn: 'CA-QC', quebecForm: true, exchange: true, age: 22, on: '2022-09-01' },
    'D27',
    'QC',
    '0.00',
  ],
  [
    'T59',
    'India, scholarship',
    { nationality: 'IN', age: 23, frenchGovernmentScholarship: true, on: '2022-09-01' },
    'D29',
    'GEN',
    '0.00',
  ],
  [
    'T61',
    'India, registered, low income',
    { nationality: 'IN', age: 22, registered: true, lowIncome: true, on: '2022-01-15' },
    'D20',
    'CONT-GEN',
    '0.00',
  ],
  ['T64', 'Brazil today', { nationality: 'BR', age: 22, on: '2025-09-01' }, 'D29', 'GEN', '0.00'],
  [
    'T66',
    'Spain, two months, no card',
    { nationality: 'ES', age: 21, stayMonths: 2, on: '2022-09-01' },
    'D26',
    'PRC-OR-PRIV',
    null,
  ],
  [
    '',
    'Spain, card for a part of the stay',
    { nationality: 'ES', age: 20, ehic: 'partial', on: '2021-09-01' },
    'D24',
    'GEN-EHICGAP',
    '0.00',
  ],
];

describe.each([
  ['student scheme', studentScheme],
  ['language school', languageSchool],
  ['year of transition', transition],
  ['general scheme', generalScheme],
])('in the %s', (_, scenarios) => {
  test.each(scenarios)('%s %s', (_id, _who, told, row, outcome, fee) => {
    const decision = decided(student(told));
    expect([decision.row, decision.outcome]).toEqual([row, outcome]);
    expect(decision.fee).toEqual(fee === null ? null : { amount: fee, currency: 'EUR' });
  });
});
