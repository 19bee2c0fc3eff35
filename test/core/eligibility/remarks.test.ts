import { describe, expect, test } from 'vitest';
import { decided, student, type Told } from './law.ts';

const old = '2014-10-01';
const today = '2026-11-22';

describe('flags, open points and add-ons', () => {
  test.each<readonly [string, Told, readonly string[], boolean]>([
    ['D01 plainly', { nationality: 'DE', school: 'other', ehic: 'full', on: today }, [], false],
    [
      'D01 registered at a language school',
      { nationality: 'DE', school: 'other', ehic: 'full', registered: true, on: today },
      ['C-15'],
      true,
    ],
    ['D02: the wait is disputed', { nationality: 'JP', school: 'other', on: old }, ['C-06'], false],
    [
      'D02 at work since PUMa',
      { nationality: 'JP', school: 'other', work: 'minor', on: '2016-01-01' },
      ['C-06', 'X-11'],
      true,
    ],
    [
      'D02 at work before PUMa',
      { nationality: 'JP', school: 'other', work: 'minor', on: '2015-12-31' },
      ['C-06'],
      false,
    ],
    ['D03: the gap', { nationality: 'JP', school: 'other', monthsInFrance: 4, on: old }, ['C-36'], false],
    ['D04 always asks', { nationality: 'JP', school: 'other', monthsInFrance: 4, on: today }, ['C-05'], true],
    ['D07: S1 does not name Switzerland', { nationality: 'CH', ehic: 'full', on: old }, ['C-07'], false],
    ['D07 with a small job', { nationality: 'DE', ehic: 'full', work: 'minor', on: old }, ['X-22'], false],
    ['D11: the sources differ', { nationality: 'IT', age: 30, on: old }, ['X-07'], true],
    [
      'D14: the law was wider than the page',
      { nationality: 'CN', age: 32, monthsInFrance: 5, on: old },
      ['X-09'],
      false,
    ],
    ['D16: joining was disputed', { nationality: 'US', age: 20, stayMonths: 2, on: old }, ['C-13'], false],
    ['D18 for a European without a card', { nationality: 'IT', age: 23, on: old }, ['X-06'], false],
    ['D22 plainly', { nationality: 'DE', ehic: 'full', on: today }, [], false],
    ['D23 plainly', { nationality: 'DE', s1: true, on: today }, [], false],
    ['D23 with a card as well', { nationality: 'DE', s1: true, ehic: 'full', on: today }, ['C-10'], true],
    ['D23 with a partial card', { nationality: 'DE', s1: true, ehic: 'partial', on: today }, ['C-10'], true],
    ['D24: the pages differ', { nationality: 'DE', ehic: 'partial', on: today }, ['C-08'], false],
    ['D25 plainly', { nationality: 'DE', on: today }, [], false],
    ['D26 asks', { nationality: 'DE', stayMonths: 2, on: today }, [], true],
    [
      'D27: the online step is disputed',
      { nationality: 'CA', insuredIn: 'CA-QC', quebecForm: true, on: today },
      ['C-12'],
      false,
    ],
    [
      'D27 with paid work',
      { nationality: 'CA', insuredIn: 'CA-QC', quebecForm: true, work: 'qualifying', on: today },
      ['C-12'],
      true,
    ],
    ['D29 plainly', { nationality: 'BR', on: today }, [], false],
    ['D30 plainly', { nationality: 'GB', on: today }, [], false],
    ['D31 asks', { nationality: 'GB', ehic: 'partial', on: today }, ['C-41'], true],
  ])('%s', (_, told, flags, verify) => {
    const decision = decided(student(told));
    expect([decision.flags, decision.verify]).toEqual([flags, verify]);
    expect(decision.open.length > 0).toBe(verify);
    expect(decision.conflicts.map(({ id }) => id)).toEqual(expect.arrayContaining([...flags]));
  });

  test.each<readonly [string, Told, readonly string[]]>([
    ['T55 a job', { nationality: 'IE', ehic: 'full', work: 'minor', on: '2022-09-01' }, ['A1', 'A2', 'A4', 'A5']],
    ['a year of work', { nationality: 'JP', age: 22, work: 'qualifying', on: old }, ['A1', 'A2', 'A4']],
    ['T29 vocational training', { nationality: 'JP', school: 'other', training: true, on: '2013-04-01' }, ['A1', 'A2']],
    [
      'T61 low income',
      { nationality: 'IN', registered: true, lowIncome: true, on: '2022-01-15' },
      ['A2', 'A3', 'A4', 'A5'],
    ],
    ['a Brazilian today', { nationality: 'BR', on: today }, ['A2', 'A4', 'A5', 'A6']],
    ['a German with a card', { nationality: 'DE', ehic: 'full', lowIncome: true, on: today }, ['A2', 'A5']],
    ['PUMa', { nationality: 'JP', school: 'other', monthsInFrance: 4, lowIncome: true, on: today }, ['A2', 'A3', 'A4']],
    [
      'a low income that is not known',
      { nationality: 'BR', lowIncome: 'unknown', on: today },
      ['A2', 'A4', 'A5', 'A6'],
    ],
  ])('%s', (_, told, addOns) => {
    expect(decided(student(told)).addOns).toEqual(addOns);
  });

  test.each<readonly [string, Told, readonly (readonly [string, object?])[]]>([
    ['registered, and staying two months', { registered: true, stayMonths: 2 }, [['registered-short-stay']]],
    ['registered, for a stay not told', { registered: true, stayMonths: undefined }, []],
    ['registered for ten months', { registered: true }, []],
    ['a year of work in two months', { work: 'qualifying', stayMonths: 2 }, [['year-of-work-short-stay']]],
    ['a year of work in a stay not told', { nationality: 'DE', work: 'qualifying', stayMonths: undefined }, []],
    [
      'months against dates',
      { stayMonths: 2, stayFrom: '2026-09-01', stayUntil: '2027-06-30' },
      [['months-against-dates', { months: 2, from: '2026-09-01', until: '2027-06-30' }]],
    ],
    [
      'ten months against four weeks',
      { stayMonths: 10, stayFrom: '2026-11-01', stayUntil: '2026-12-01' },
      [['months-against-dates', { months: 10, from: '2026-11-01', until: '2026-12-01' }]],
    ],
    ['two months that agree with dates', { stayMonths: 2, stayFrom: '2026-11-01', stayUntil: '2026-12-31' }, []],
    ['three months against longer dates', { stayMonths: 3, stayFrom: '2026-09-01', stayUntil: '2027-06-30' }, []],
    ['months and a last day alone', { stayMonths: 2, stayUntil: '2027-06-30' }, []],
    ['months and a first day alone', { stayMonths: 2, stayFrom: '2026-11-15' }, []],
    ['dates alone', { stayMonths: undefined, stayFrom: '2026-11-01', stayUntil: '2026-12-31' }, []],
    [
      'five months since last week',
      { monthsInFrance: 5, stayFrom: '2026-11-15' },
      [['months-in-france-against-arrival', { months: 5, from: '2026-11-15' }]],
    ],
    ['months in France that are not told', { monthsInFrance: undefined, stayFrom: '2026-01-15' }, []],
    [
      'longer in France than the stay',
      { monthsInFrance: 12 },
      [['months-in-france-beyond-stay', { months: 12, stay: 10 }]],
    ],
    ['as long in France as the stay', { monthsInFrance: 10 }, []],
    ['months in France, and a stay not told', { registered: true, monthsInFrance: 12, stayMonths: undefined }, []],
    [
      'a stay that is over',
      { stayFrom: '2025-09-01', stayUntil: '2026-06-30', monthsInFrance: 9 },
      [['stay-over', { until: '2026-06-30', on: today }]],
    ],
    ['a stay that ends today', { stayFrom: '2025-09-01', stayUntil: today, monthsInFrance: 9 }, []],
    ['nothing odd', {}, []],
  ])('tells facts that sit oddly together: %s', (_, told, texts) => {
    const decision = decided(student({ nationality: 'BR', on: today, ...told }));
    expect(decision.contradictions).toEqual(
      texts.map(([key, filledWith]) => ({
        key: `eligibility:contradiction.${key}`,
        ...(filledWith !== undefined && { with: filledWith }),
      })),
    );
  });
});
