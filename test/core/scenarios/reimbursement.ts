import { formatAmount, type Cents } from '../../../src/core/money.ts';
import { parseReimbursement, reimburse } from '../../../src/core/reimbursement/index.ts';
import { refused, type Data, type Scenario } from './data.ts';

export function reimbursed(request: Readonly<Record<string, unknown>>, data: Data) {
  const parsed = parseReimbursement(request);
  if (parsed.kind === 'invalid') throw new TypeError(JSON.stringify(parsed.errors));
  return reimburse(parsed.value, data);
}

const gp = (on: string, more: Readonly<Record<string, unknown>> = {}) => ({ act: 'gp', on, ...more });
const days = (on: string, until: string, act = 'hospital-day') => ({ act, on, until });

type Row = readonly [says: string, request: Readonly<Record<string, unknown>>, gives: string];

/** tariff base rate − fixed contribution = Assurance Maladie + mutuelle + student (+ beyond the tariff) */
const rows: readonly Row[] = [
  ['F01: in 2014', gp('2014-01-10'), '23.00 23.00 70%-1.00 = 15.10 + 6.90 + 1.00 (0.00)'],
  ['F02: the day before the tariff of May 2017', gp('2017-04-30'), '23.00 23.00 70%-1.00 = 15.10 + 6.90 + 1.00 (0.00)'],
  ['F02: the day of it', gp('2017-05-01'), '25.00 25.00 70%-1.00 = 16.50 + 7.50 + 1.00 (0.00)'],
  ['F03: as the Dijon page has it', gp('2021-10-10'), '25.00 25.00 70%-1.00 = 16.50 + 7.50 + 1.00 (0.00)'],
  ['the day before November 2023', gp('2023-10-31'), '25.00 25.00 70%-1.00 = 16.50 + 7.50 + 1.00 (0.00)'],
  ['November 2023', gp('2023-11-01'), '26.50 26.50 70%-1.00 = 17.55 + 7.95 + 1.00 (0.00)'],
  [
    'F05: the day before the contribution doubles',
    gp('2024-05-14'),
    '26.50 26.50 70%-1.00 = 17.55 + 7.95 + 1.00 (0.00)',
  ],
  ['F05: the day it doubles', gp('2024-05-15'), '26.50 26.50 70%-2.00 = 16.55 + 7.95 + 2.00 (0.00)'],
  ['the day before 30 euros', gp('2024-12-21'), '26.50 26.50 70%-2.00 = 16.55 + 7.95 + 2.00 (0.00)'],
  ['30 euros', gp('2024-12-22'), '30.00 30.00 70%-2.00 = 19.00 + 9.00 + 2.00 (0.00)'],
  ['today', gp('2026-11-22'), '30.00 30.00 70%-2.00 = 19.00 + 9.00 + 2.00 (0.00)'],
  ['the first known tariff', gp('2007-07-01'), '22.00 22.00 70%-1.00 = 14.40 + 6.60 + 1.00 (0.00)'],
  ['in 2011', gp('2011-01-01'), '23.00 23.00 70%-1.00 = 15.10 + 6.90 + 1.00 (0.00)'],
  ['the day before the first known tariff', gp('2007-06-30'), 'on: day-from 2007-07-01'],
  ['the day before the tariff of 2011', gp('2010-12-31'), '22.00 22.00 70%-1.00 = 14.40 + 6.60 + 1.00 (0.00)'],
  ['Secteur 2 before its base is known', gp('2010-12-31', { sector: '2' }), 'on: day-from 2011-01-01'],
  [
    'Secteur 2 on the first day of its base',
    gp('2011-01-01', { sector: '2' }),
    '23.00 23.00 70%-1.00 = 15.10 + 6.90 + 1.00 (0.00)',
  ],
  [
    'no declared GP before the reduced rate is known',
    gp('2008-12-31', { declaredGp: false }),
    'on: day-from 2009-01-01',
  ],
  [
    'no declared GP on its first day',
    gp('2009-01-01', { declaredGp: false }),
    '22.00 22.00 30%-1.00 = 5.60 + null + 16.40 (0.00)',
  ],
  [
    'five visits on the day the contribution doubles',
    gp('2024-05-15', { visits: 5 }),
    '132.50 132.50 70%-8.00 = 84.75 + 39.75 + 8.00 (0.00)',
  ],
  ['in hospital before the first known fee', days('2009-12-31', '2010-01-01'), 'on: day-from 2010-01-01'],
  [
    'in hospital from its first day',
    days('2010-01-01', '2010-01-02'),
    '36.00 0.00 null-0.00 = 0.00 + null + 36.00 (0.00)',
  ],
  [
    'in psychiatry before the first known fee',
    days('2009-12-31', '2010-01-01', 'psychiatry-day'),
    'on: day-from 2010-01-01',
  ],
  [
    'in psychiatry from its first day',
    days('2010-01-01', '2010-01-02', 'psychiatry-day'),
    '27.00 0.00 null-0.00 = 0.00 + null + 27.00 (0.00)',
  ],
  ['F07: no declared GP', gp('2021-10-10', { declaredGp: false }), '25.00 25.00 30%-1.00 = 6.50 + null + 18.50 (0.00)'],
  [
    'no declared GP today',
    gp('2026-11-22', { declaredGp: false }),
    '30.00 30.00 30%-2.00 = 7.00 + null + 23.00 (0.00)',
  ],
  [
    'no declared GP, no mutuelle',
    gp('2026-11-22', { declaredGp: false, mutuelle: false }),
    '30.00 30.00 30%-2.00 = 7.00 + null + 23.00 (0.00)',
  ],
  [
    'at 16 a GP has to be declared',
    gp('2026-11-22', { declaredGp: false, age: 16 }),
    '30.00 30.00 30%-0.00 = 9.00 + null + 21.00 (0.00)',
  ],
  ['at 15 not', gp('2026-11-22', { declaredGp: false, age: 15 }), '30.00 30.00 70%-0.00 = 21.00 + 9.00 + 0.00 (0.00)'],
  ['a minor pays no contribution', gp('2026-11-22', { age: 17 }), '30.00 30.00 70%-0.00 = 21.00 + 9.00 + 0.00 (0.00)'],
  ['at 18 the contribution is due', gp('2026-11-22', { age: 18 }), '30.00 30.00 70%-2.00 = 19.00 + 9.00 + 2.00 (0.00)'],
  ['without a mutuelle', gp('2026-11-22', { mutuelle: false }), '30.00 30.00 70%-2.00 = 19.00 + 0.00 + 11.00 (0.00)'],
  [
    'charged above the tariff',
    gp('2026-11-22', { charged: '45.00' }),
    '30.00 30.00 70%-2.00 = 19.00 + 9.00 + 2.00 (15.00)',
  ],
  [
    'charged below the tariff',
    gp('2026-11-22', { charged: '25.00' }),
    '30.00 25.00 70%-2.00 = 15.50 + 7.50 + 2.00 (0.00)',
  ],
  [
    'charged so little that the contribution eats the refund',
    gp('2026-11-22', { charged: '2.00' }),
    '30.00 2.00 70%-2.00 = 0.00 + 0.60 + 1.40 (0.00)',
  ],
  ['charged nothing', gp('2026-11-22', { charged: '0.00' }), '30.00 0.00 70%-2.00 = 0.00 + 0.00 + 0.00 (0.00)'],
  [
    'half a cent is rounded up, once',
    gp('2026-11-22', { charged: '10.05' }),
    '30.00 10.05 70%-2.00 = 5.04 + 3.01 + 2.00 (0.00)',
  ],
  [
    'OPTAM has the tariff of Secteur 1',
    gp('2026-11-22', { sector: '2-optam', charged: '40.00' }),
    '30.00 30.00 70%-2.00 = 19.00 + 9.00 + 2.00 (10.00)',
  ],
  [
    'Secteur 2 outside OPTAM',
    gp('2026-11-22', { sector: '2', charged: '60.00' }),
    '23.00 23.00 70%-2.00 = 14.10 + 6.90 + 2.00 (37.00)',
  ],
  [
    'Secteur 2, price not given',
    gp('2026-11-22', { sector: '2' }),
    '23.00 23.00 70%-2.00 = 14.10 + 6.90 + 2.00 (0.00)',
  ],
  ['four visits on one day', gp('2026-11-22', { visits: 4 }), '120.00 120.00 70%-8.00 = 76.00 + 36.00 + 8.00 (0.00)'],
  [
    'a fifth visit adds no contribution',
    gp('2026-11-22', { visits: 5 }),
    '150.00 150.00 70%-8.00 = 97.00 + 45.00 + 8.00 (0.00)',
  ],
  [
    'five visits the day before it doubles',
    gp('2024-05-14', { visits: 5 }),
    '132.50 132.50 70%-4.00 = 88.75 + 39.75 + 4.00 (0.00)',
  ],
  [
    'two visits above the tariff',
    gp('2026-11-22', { visits: 2, charged: '35.00' }),
    '60.00 60.00 70%-4.00 = 38.00 + 18.00 + 4.00 (10.00)',
  ],
  [
    '49 euros paid this year leave one',
    gp('2026-11-22', { paidThisYear: '49.00' }),
    '30.00 30.00 70%-1.00 = 20.00 + 9.00 + 1.00 (0.00)',
  ],
  [
    '48 euros leave the whole contribution',
    gp('2026-11-22', { paidThisYear: '48.00' }),
    '30.00 30.00 70%-2.00 = 19.00 + 9.00 + 2.00 (0.00)',
  ],
  [
    '50 euros leave none',
    gp('2026-11-22', { paidThisYear: '50.00' }),
    '30.00 30.00 70%-0.00 = 21.00 + 9.00 + 0.00 (0.00)',
  ],
  [
    'more than 50 euros leave none',
    gp('2026-11-22', { paidThisYear: '50.01' }),
    '30.00 30.00 70%-0.00 = 21.00 + 9.00 + 0.00 (0.00)',
  ],
  [
    'both caps at once',
    gp('2026-11-22', { visits: 6, paidThisYear: '45.00' }),
    '180.00 180.00 70%-5.00 = 121.00 + 54.00 + 5.00 (0.00)',
  ],
  ['F10: three days in 2013', days('2013-03-04', '2013-03-06'), '54.00 0.00 null-0.00 = 0.00 + null + 54.00 (0.00)'],
  ['F10: three days in 2020', days('2020-03-04', '2020-03-06'), '60.00 0.00 null-0.00 = 0.00 + null + 60.00 (0.00)'],
  [
    'F10: three days in March 2026',
    days('2026-03-02', '2026-03-04'),
    '69.00 0.00 null-0.00 = 0.00 + null + 69.00 (0.00)',
  ],
  ['across the change of 2018', days('2017-12-31', '2018-01-02'), '58.00 0.00 null-0.00 = 0.00 + null + 58.00 (0.00)'],
  ['across the change of 2026', days('2026-02-27', '2026-03-01'), '63.00 0.00 null-0.00 = 0.00 + null + 63.00 (0.00)'],
  ['across a leap day', days('2020-02-28', '2020-03-01'), '60.00 0.00 null-0.00 = 0.00 + null + 60.00 (0.00)'],
  ['across two changes', days('2017-12-31', '2026-03-01'), '59661.00 0.00 null-0.00 = 0.00 + null + 59661.00 (0.00)'],
  ['out on the same day', days('2026-03-02', '2026-03-02'), '0.00 0.00 null-0.00 = 0.00 + null + 0.00 (0.00)'],
  ['one night counts two days', days('2026-03-02', '2026-03-03'), '46.00 0.00 null-0.00 = 0.00 + null + 46.00 (0.00)'],
  [
    'psychiatry in 2013',
    days('2013-03-04', '2013-03-06', 'psychiatry-day'),
    '40.50 0.00 null-0.00 = 0.00 + null + 40.50 (0.00)',
  ],
  [
    'psychiatry across 2018',
    days('2017-12-31', '2018-01-01', 'psychiatry-day'),
    '28.50 0.00 null-0.00 = 0.00 + null + 28.50 (0.00)',
  ],
  [
    'psychiatry across 2026',
    days('2026-02-28', '2026-03-01', 'psychiatry-day'),
    '32.00 0.00 null-0.00 = 0.00 + null + 32.00 (0.00)',
  ],
];

/** Beside the daily fee, with an operation: the fee, the flat share once, and no part of the price. */
const operations: readonly (readonly [says: string, days: ReturnType<typeof days>, inAll: string])[] = [
  ['five days and an appendix today', days('2026-11-16', '2026-11-20'), '32.00 147.00'],
  ['two days up to the first day of 32 €', days('2026-04-21', '2026-04-22'), '32.00 78.00'],
  ['up to the day before, which the sources dispute', days('2026-04-20', '2026-04-21'), '-'],
  ['up to the first day in dispute', days('2026-03-31', '2026-04-01'), '-'],
  ['up to the last day of 24 €', days('2026-03-30', '2026-03-31'), '24.00 70.00'],
  ['up to its first day', days('2018-12-31', '2019-01-01'), '24.00 64.00'],
  ['up to the last day of 18 €', days('2018-12-30', '2018-12-31'), '18.00 58.00'],
  ['up to its first day', days('2010-08-31', '2010-09-01'), '18.00 54.00'],
  ['up to the day before the first known share', days('2010-08-30', '2010-08-31'), '-'],
  ['out on the same day', days('2026-11-20', '2026-11-20'), '-'],
];

export const reimbursementScenarios: readonly Scenario[] = [
  ...rows.map(([says, request, gives]) => ({
    says: `${says}: ${gives}`,
    run: (data: Data) => shown(reimbursed(request, data)),
    gives,
  })),
  ...operations.map(([says, request, gives]) => ({
    says: `with an operation, ${says}: ${gives}`,
    run: (data: Data) => withOperation(reimbursed(request, data)),
    gives,
  })),
];

function withOperation(result: ReturnType<typeof reimburse>): string {
  if (result.kind === 'unanswerable') return refused(result.errors);
  const held = result.notes.find(({ key }) => key === 'reimbursement:note.costly-act')?.with;
  return held === undefined ? '-' : `${formatAmount(held['share'] as Cents)} ${formatAmount(held['total'] as Cents)}`;
}

function shown(result: ReturnType<typeof reimburse>): string {
  if (result.kind === 'unanswerable') return refused(result.errors);
  const { tariff, base, rate, fixedContribution, assuranceMaladie, mutuelle, student, beyondTariff } = result;
  const amount = (cents: Cents | null) => (cents === null ? 'null' : formatAmount(cents));
  const percent = rate === null ? 'null' : `${rate}%`;
  return `${amount(tariff)} ${amount(base)} ${percent}-${amount(fixedContribution)} = ${amount(assuranceMaladie)} + ${amount(mutuelle)} + ${amount(student)} (${amount(beyondTariff)})`;
}
