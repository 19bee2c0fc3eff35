import { decideEligibility, type StudentSituation } from '../../../src/core/eligibility/index.ts';
import { refused, type Data, type Scenario } from './data.ts';

/** The sheet's defaults for its scenarios, but for who the student is and when. */
export const usual = {
  school: 'higher-education',
  ehic: 'none',
  s1: false,
  quebecForm: false,
  stayMonths: 10,
  work: 'none',
  registered: false,
  frenchGovernmentScholarship: false,
  monthsInFrance: 1,
  lowIncome: false,
  inStudentScheme2017: false,
} as const satisfies StudentSituation;

export type Told = { readonly [Field in keyof StudentSituation]?: StudentSituation[Field] | string };

const brazilian = { nationality: 'BR', age: 22 };
const japaneseAtLanguageSchool = { nationality: 'JP', school: 'other', monthsInFrance: 4 };
const olderFromChina = { nationality: 'CN', age: 32, lowIncome: true, monthsInFrance: 5 };
const continuing = { nationality: 'IN', inStudentScheme2017: true };
const openStay = { nationality: 'BR', on: '2026-11-22', stayMonths: undefined };
const inOctober2014 = { nationality: 'BR', on: '2014-10-01' };
const germanWithCard = { nationality: 'DE', ehic: undefined, stayMonths: undefined, on: '2021-09-01' };

type Row = readonly [says: string, told: Told, gives: string];

/** Both sides of every edge of the law: the row, the fee, the add-ons, the flags, and whether it is to be checked. */
const rows: readonly Row[] = [
  ['the day before the first known figure', { ...brazilian, on: '2010-08-31' }, 'on: on-from 2010-09-01'],
  ['the first day of all', { ...brazilian, on: '2010-09-01' }, 'D18 200.00 A2+A4'],
  ['the first contribution, on its last day', { ...brazilian, on: '2011-08-31' }, 'D18 200.00 A2+A4'],
  ['the contribution of 2011', { ...brazilian, on: '2011-09-01' }, 'D18 203.00 A2+A4'],
  ['on its last day', { ...brazilian, on: '2012-08-31' }, 'D18 203.00 A2+A4'],
  ['the contribution of 2012', { ...brazilian, on: '2012-09-01' }, 'D18 207.00 A2+A4'],
  ['on its last day', { ...brazilian, on: '2013-08-31' }, 'D18 207.00 A2+A4'],
  ['the contribution of 2013', { ...brazilian, on: '2013-09-01' }, 'D18 211.00 A2+A4'],
  ['on its last day', { ...brazilian, on: '2014-08-31' }, 'D18 211.00 A2+A4'],
  ['the contribution of 2014', { ...brazilian, on: '2014-09-01' }, 'D18 213.00 A2+A4'],
  ['on its last day', { ...brazilian, on: '2015-08-31' }, 'D18 213.00 A2+A4'],
  ['the contribution of 2015', { ...brazilian, on: '2015-09-01' }, 'D18 215.00 A2+A4'],
  ['the same in 2016', { ...brazilian, on: '2016-09-01' }, 'D18 215.00 A2+A4'],
  ['on its last day', { ...brazilian, on: '2017-08-31' }, 'D18 215.00 A2+A4'],
  ['the contribution of 2017', { ...brazilian, on: '2017-09-01' }, 'D18 217.00 A2+A4'],
  ['the day before the CVEC', { ...brazilian, on: '2018-06-30' }, 'D18 217.00 A2+A4'],
  ['the first day of the CVEC', { ...brazilian, on: '2018-07-01' }, 'D18 217.00 A2+A4+A5'],
  ['the last day to enter the student scheme', { ...brazilian, on: '2018-08-31' }, 'D18 217.00 A2+A4+A5'],
  ['the first day of the general scheme', { ...brazilian, on: '2018-09-01' }, 'D29 0.00 A2+A4+A5+A6'],
  ['the last day of the CMU', { ...japaneseAtLanguageSchool, on: '2015-12-31' }, 'D03 null A2+A4 C-36'],
  ['the first day of PUMa', { ...japaneseAtLanguageSchool, on: '2016-01-01' }, 'D04 0.00 A2+A4 C-05 to be checked'],
  ['the last day of the CMU for an older student', { ...olderFromChina, on: '2015-12-31' }, 'D13 0.00 A2+A4'],
  ['the first day of PUMa for an older student', { ...olderFromChina, on: '2016-01-01' }, 'D15 0.00 A2+A4'],
  [
    'the student scheme the day before the transition',
    { ...continuing, age: 22, on: '2018-08-31' },
    'D18 217.00 A2+A4+A5',
  ],
  ['the first day of the year of transition', { ...continuing, on: '2018-09-01' }, 'D05 0.00 A2+A4+A5'],
  ['its last day', { ...continuing, registered: true, on: '2019-08-31' }, 'D05 0.00 A2+A4+A5'],
  [
    'the day after: registered by itself',
    { ...continuing, registered: undefined, on: '2019-09-01' },
    'D20 0.00 A2+A4+A5',
  ],
  ['the day after, and yet not registered', { ...continuing, on: '2019-09-01' }, 'D29 0.00 A2+A4+A5+A6'],
  [
    'a language student was never in that cohort',
    { ...continuing, school: 'other', on: '2018-10-01' },
    'D02 null A2 C-06',
  ],
  [
    'the day before the Complémentaire santé solidaire',
    { ...brazilian, registered: true, lowIncome: true, on: '2019-10-31' },
    'D20 0.00 A2+A4+A5',
  ],
  [
    'the first day of the Complémentaire santé solidaire',
    { ...brazilian, registered: true, lowIncome: true, on: '2019-11-01' },
    'D20 0.00 A2+A3+A4+A5',
  ],
  [
    'the United Kingdom on its last day in Europe',
    { nationality: 'GB', ehic: 'full', on: '2020-12-31' },
    'D22 0.00 A2+A5',
  ],
  [
    'the United Kingdom the day after',
    { nationality: 'GB', ehic: 'full', on: '2021-01-01' },
    'D31 0.00 A2+A4+A5+A6 C-41 to be checked',
  ],
  ['Croatia the day before it joined', { nationality: 'HR', age: 22, on: '2013-06-30' }, 'D18 207.00 A2+A4'],
  ['Croatia on the day it joined', { nationality: 'HR', age: 22, on: '2013-07-01' }, 'D18 207.00 A2+A4 X-06'],
  ['and with a card', { nationality: 'HR', age: 22, ehic: 'full', on: '2013-07-01' }, 'D07 0.00 A2'],
  ['2.9 months are short', { ...openStay, stayMonths: 2.9 }, 'D28 null A2+A5'],
  ['exactly 3 are long, to be checked', { ...openStay, stayMonths: 3 }, 'D29 0.00 A2+A4+A5+A6 C-13 to be checked'],
  ['3.1 are long', { ...openStay, stayMonths: 3.1 }, 'D29 0.00 A2+A4+A5+A6'],
  ['by dates, a day less is short', { ...openStay, stayFrom: '2026-09-01', stayUntil: '2026-11-29' }, 'D28 null A2+A5'],
  [
    'by dates, three months to the day',
    { ...openStay, stayFrom: '2026-09-01', stayUntil: '2026-11-30' },
    'D29 0.00 A2+A4+A5+A6 C-13 to be checked',
  ],
  ['by dates, a day more', { ...openStay, stayFrom: '2026-09-01', stayUntil: '2026-12-01' }, 'D29 0.00 A2+A4+A5+A6'],
  [
    'a quarter that ends with February',
    { ...openStay, stayFrom: '2026-11-30', stayUntil: '2027-02-27' },
    'D29 0.00 A2+A4+A5+A6 C-13 to be checked',
  ],
  [
    'dates win over months',
    { ...openStay, stayMonths: 12, stayFrom: '2026-09-01', stayUntil: '2026-10-01' },
    'D28 null A2+A5',
  ],
  ['2.9 months in France', { ...japaneseAtLanguageSchool, monthsInFrance: 2.9, on: '2026-11-22' }, 'D02 null A2 C-06'],
  [
    '3 months in France',
    { ...japaneseAtLanguageSchool, monthsInFrance: 3, on: '2026-11-22' },
    'D04 0.00 A2+A4 C-05 to be checked',
  ],
  ['15 years of age', { ...inOctober2014, age: 15 }, 'D10 null A2 to be checked'],
  ['16 years', { ...inOctober2014, age: 16 }, 'D17 0.00 A2+A4'],
  ['18 years', { ...inOctober2014, age: 18 }, 'D17 0.00 A2+A4'],
  ['19: free unless turning 20', { ...inOctober2014, age: 19 }, 'D17 0.00 A2+A4 X-04'],
  ['20 years', { ...inOctober2014, age: 20 }, 'D18 213.00 A2+A4'],
  ['27 years', { ...inOctober2014, age: 27 }, 'D18 213.00 A2+A4'],
  ['exactly 28', { ...inOctober2014, age: 28 }, 'D12 null A2 C-04 to be checked'],
  ['29 years', { ...inOctober2014, age: 29 }, 'D12 null A2'],
  ['turning 20 on 30 September of the year', { ...inOctober2014, birthDate: '1995-09-30' }, 'D18 213.00 A2+A4'],
  ['turning 20 the day after', { ...inOctober2014, birthDate: '1995-10-01' }, 'D17 0.00 A2+A4'],
  ['turning 28 in the year', { ...inOctober2014, birthDate: '1987-03-01' }, 'D18 213.00 A2+A4 C-04 to be checked'],
  ['turning 28 on its last day', { ...inOctober2014, birthDate: '1987-08-31' }, 'D18 213.00 A2+A4 C-04 to be checked'],
  ['turning 28 after it', { ...inOctober2014, birthDate: '1987-09-01' }, 'D18 213.00 A2+A4'],
  [
    '28 since the first day of the year',
    { ...inOctober2014, birthDate: '1986-09-01' },
    'D12 null A2 C-04 to be checked',
  ],
  ['28 since the day before it', { ...inOctober2014, birthDate: '1986-08-31' }, 'D12 null A2 C-04 to be checked'],
  [
    'born on 29 February, 28 in the year',
    { nationality: 'BR', birthDate: '1988-02-29', on: '2015-10-01' },
    'D18 215.00 A2+A4 C-04 to be checked',
  ],
  ['16 on the day', { ...inOctober2014, birthDate: '1998-10-01' }, 'D17 0.00 A2+A4'],
  ['16 the day after', { ...inOctober2014, birthDate: '1998-10-02' }, 'D10 null A2 to be checked'],
  ['born on 29 February, 20 after the year', { ...inOctober2014, birthDate: '1996-02-29' }, 'D17 0.00 A2+A4'],
  ['a card that outlasts every short stay', { ...germanWithCard, ehicUntil: '2021-11-29' }, 'stayMonths: D24 D22'],
  ['a day less', { ...germanWithCard, ehicUntil: '2021-11-28' }, 'stayMonths: D24 D26 D22'],
];

export const eligibilityScenarios: readonly Scenario[] = rows.map(([says, told, gives]) => ({
  says: `${says}: ${gives}`,
  run: (given) => shown(decidedBy({ ...usual, ...told } as StudentSituation, given)),
  gives,
}));

function decidedBy(situation: StudentSituation, given: Data) {
  return decideEligibility(situation, { ...given, desk: { offers: 'aaa' }, places: {} });
}

function shown(decision: ReturnType<typeof decideEligibility>): string {
  if (decision.kind === 'decided') {
    const { row, fee, addOns, flags, verify } = decision;
    return [row, fee?.amount ?? 'null', addOns.join('+'), ...flags, ...(verify ? ['to be checked'] : [])].join(' ');
  }
  if (decision.kind === 'needs')
    return `${decision.missing.join(' ')}: ${decision.possible.map(({ row }) => row).join(' ')}`;
  return decision.kind === 'unanswerable' ? refused(decision.errors) : decision.kind;
}
