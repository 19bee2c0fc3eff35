import type { Arbitrary } from 'fast-check';
import { nearly } from './json.ts';

const days = [
  '2026-11-22',
  '2010-09-01',
  '2018-09-01',
  '2017-10-01',
  '2016-01-01',
  '2027-08-31',
  '2009-01-01',
  '2026-13-01',
  'unknown',
];
const yesNo = [true, false, 'unknown'];

/** Requests to the API by its endpoints: fields and values of the contract, in combinations that nobody thought of. */
export const bodies: Readonly<Record<string, Arbitrary<unknown>>> = {
  eligibility: nearly({
    on: days,
    school: ['higher-education', 'other', 'unknown'],
    nationality: ['BR', 'ES', 'GB', 'FR', 'CA', 'CA-QC', 'XK', 'AD', 'HR', 'zz', 'unknown'],
    insuredIn: ['BR', 'DE', 'CA-QC', 'GB', 'unknown'],
    ehic: ['none', 'partial', 'full', 'unknown'],
    ehicUntil: days,
    s1: yesNo,
    quebecForm: yesNo,
    stayMonths: [1, 2.5, 3, 10, 0, 1200, 'unknown'],
    stayFrom: days,
    stayUntil: days,
    monthsInFrance: [0, 3, 2.9, 'unknown'],
    age: [17, 19, 20, 28, 30, 121, 'unknown'],
    birthDate: ['1998-11-22', '2007-10-01', '2004-02-29', 'unknown'],
    frenchGovernmentScholarship: yesNo,
    registered: yesNo,
    lowIncome: yesNo,
    exchange: yesNo,
    training: yesNo,
    inStudentScheme2017: yesNo,
    work: ['none', 'minor', 'qualifying', 'unknown'],
  }),
  quote: nearly({
    desk: ['aaa', 'bbb'],
    items: [
      [{ product: 'tranquillite', term: 'P3M' }],
      [{ product: 'tranquillite', term: 'P1M', times: 12 }, { product: 'rc' }],
      [{ product: 'rc', times: 2 }],
      Array.from({ length: 21 }, () => ({ product: 'rc' })),
      [],
    ],
    on: days,
  }),
  reimbursement: nearly({
    act: ['gp', 'hospital-day', 'psychiatry-day'],
    on: days,
    until: days,
    visits: [1, 6, 0, 1000],
    declaredGp: yesNo,
    age: [15, 16, 18, 30],
    mutuelle: yesNo,
    charged: ['25.00', '0.00', '999999.99', '30'],
    sector: ['1', '2-optam', '2'],
    paidThisYear: ['0.00', '49.00', '50.00'],
  }),
  deadline: nearly({
    about: [
      'cover-start',
      'certificate',
      'rc-end',
      'rc-letter',
      'cmu-request',
      'cmu-decision',
      'final-number',
      'temporary-number-end',
      'ehic-gap',
      'register',
    ],
    from: days,
    ehicUntil: days,
    stayUntil: days,
  }),
};
