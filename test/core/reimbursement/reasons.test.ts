import { describe, expect, test } from 'vitest';
import { reimburse } from '../../../src/core/reimbursement/index.ts';
import { data, day } from '../scenarios/data.ts';
import { reimbursed } from '../scenarios/reimbursement.ts';

const on = '2026-11-22';
const words = (request: Readonly<Record<string, unknown>>) => {
  const result = reimbursed(request, data);
  if (result.kind !== 'reimbursed') throw new TypeError('not reimbursed');
  return { formula: result.formula, notes: result.notes, facts: result.facts };
};

describe('the formula in words', () => {
  test('one visit: rate × base, then minus the contribution (C-25)', () => {
    expect(words({ act: 'gp', on: '2021-10-10' }).formula).toEqual({
      key: 'reimbursement:formula.visit',
      with: {
        visits: 1,
        tariff: 2500,
        base: 2500,
        rate: 70,
        byRate: 1750,
        fixedContribution: 100,
        assuranceMaladie: 1650,
      },
    });
  });

  test('several visits', () => {
    expect(words({ act: 'gp', on, visits: 5 }).formula).toEqual({
      key: 'reimbursement:formula.visits',
      with: {
        visits: 5,
        tariff: 3000,
        base: 15000,
        rate: 70,
        byRate: 10500,
        fixedContribution: 800,
        assuranceMaladie: 9700,
      },
    });
  });

  test('days at one tariff', () => {
    expect(words({ act: 'hospital-day', on: '2026-03-02', until: '2026-03-04' })).toMatchObject({
      formula: { key: 'reimbursement:formula.days', with: { count: 3, each: 2300, student: 6900 } },
      notes: [
        { key: 'reimbursement:note.days-mutuelle' },
        { key: 'reimbursement:note.costly-act', with: { share: 2400, total: 9300 } },
        { key: 'reimbursement:note.stay-and-care' },
      ],
    });
  });

  test('days across a change: a line for each tariff', () => {
    expect(words({ act: 'hospital-day', on: '2026-02-27', until: '2026-03-01' })).toMatchObject({
      formula: { key: 'reimbursement:formula.days-across-change', with: { count: 3, student: 6300 } },
      notes: [
        { key: 'reimbursement:note.days-at', with: { count: 2, each: 2000, from: '2026-02-27', to: '2026-02-28' } },
        { key: 'reimbursement:note.days-at', with: { count: 1, each: 2300, from: '2026-03-01', to: '2026-03-01' } },
        { key: 'reimbursement:note.days-mutuelle' },
        { key: 'reimbursement:note.costly-act', with: { share: 2400, total: 8700 } },
        { key: 'reimbursement:note.stay-and-care' },
      ],
    });
  });

  test('the same day: no fee, and nothing for a mutuelle to pay', () => {
    expect(words({ act: 'hospital-day', on, until: on })).toMatchObject({
      formula: { key: 'reimbursement:formula.same-day' },
      notes: [],
    });
  });
});

test('a stay whose end nobody gave is a stay of one day', () => {
  expect(reimburse({ act: 'psychiatry-day', on: day(on) }, data)).toMatchObject({
    kind: 'reimbursed',
    student: 0,
    formula: { key: 'reimbursement:formula.same-day' },
  });
});

describe('what was assumed, capped or left out', () => {
  test.each([
    ['the mutuelle', {}, ['mutuelle']],
    ['no mutuelle', { mutuelle: false }, []],
    ['no declared GP', { declaredGp: false }, ['undeclared']],
    ['a minor', { age: 17, mutuelle: false }, ['minor']],
    ['a minor over the caps is a minor', { age: 17, visits: 6, mutuelle: false }, ['minor']],
    ['the cap of the day', { visits: 5, mutuelle: false }, ['day-cap']],
    ['exactly at the cap', { visits: 4, mutuelle: false }, []],
    ['the cap of the year', { paidThisYear: '49.00', mutuelle: false }, ['year-cap']],
    ['exactly enough left', { paidThisYear: '48.00', mutuelle: false }, []],
    ['a refund eaten up', { charged: '2.00', mutuelle: false }, ['never-below-zero']],
    ['a refund of exactly the contribution', { charged: '2.86', mutuelle: false }, []],
    ['Secteur 2', { sector: '2', charged: '60.00', mutuelle: false }, ['secteur-2']],
    ['Secteur 2 without a price', { sector: '2', mutuelle: false }, ['secteur-2', 'charge-not-given']],
    ['OPTAM without a price', { sector: '2-optam', mutuelle: false }, ['charge-not-given']],
    ['Secteur 1', { sector: '1', mutuelle: false }, []],
    ['nothing left for a mutuelle', { charged: '0.00', paidThisYear: '50.00' }, ['year-cap']],
  ])('%s', (_, more, notes) => {
    expect(words({ act: 'gp', on, ...more }).notes.map(({ key }) => key.replace('reimbursement:note.', ''))).toEqual(
      notes,
    );
  });

  test.each([
    [{ visits: 5 }, 'day-cap', { cap: 800 }],
    [{ paidThisYear: '49.00' }, 'year-cap', { cap: 5000, left: 100 }],
    [{ age: 12 }, 'minor', { age: 18 }],
    [{}, 'mutuelle', { mutuelle: 900 }],
  ])('%j is told as %s %j', (more, name, filledWith) => {
    expect(words({ act: 'gp', on, ...more }).notes).toContainEqual({
      key: `reimbursement:note.${name}`,
      with: filledWith,
    });
  });
});

describe('references', () => {
  test.each([
    ['today', { act: 'gp', on }, ['S2-19', 'S3-28', 'X-30', 'X-31', 'X-36', 'X-37']],
    [
      'as the pages have it',
      { act: 'gp', on: '2021-10-10' },
      ['S2-18', 'S2-19', 'S3-26', 'S3-27', 'S3-28', 'X-30', 'X-31', 'X-36', 'X-37'],
    ],
    ['without a declared GP', { act: 'gp', on, declaredGp: false }, ['S4-30', 'X-30', 'X-31', 'X-36', 'X-37']],
    [
      'days in hospital',
      { act: 'hospital-day', on: '2013-03-04', until: '2013-03-06' },
      ['S0-11', 'X-100', 'X-101', 'X-33', 'X-34'],
    ],
    [
      'days across a change',
      { act: 'psychiatry-day', on: '2017-12-31', until: '2018-01-01' },
      ['S0-11', 'X-100', 'X-101', 'X-33', 'X-34'],
    ],
  ])('%s', (_, request, facts) => {
    expect(words(request).facts).toEqual(facts);
  });
});
