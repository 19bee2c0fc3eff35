import { describe, expect, test } from 'vitest';
import { parseReimbursement } from '../../../src/core/reimbursement/index.ts';
import { data, day } from '../scenarios/data.ts';
import { reimbursed } from '../scenarios/reimbursement.ts';

const on = '2026-11-22';

describe('what is no request is named with what is accepted', () => {
  test.each([
    ['no act', { on }, 'act', 'one-of'],
    ['an act that is none of ours', { act: 'dentist', on }, 'act', 'one-of'],
    ['an impossible day', { act: 'gp', on: '2023-02-29' }, 'on', 'day'],
    ['no day', { act: 'gp' }, 'on', 'day'],
    ['days without an end', { act: 'hospital-day', on }, 'until', 'day'],
    ['psychiatry without an end', { act: 'psychiatry-day', on }, 'until', 'day'],
    ['a negative age', { act: 'gp', on, age: -1 }, 'age', 'whole-number'],
    ['an age of 121', { act: 'gp', on, age: 121 }, 'age', 'whole-number'],
    ['half a year', { act: 'gp', on, age: 17.5 }, 'age', 'whole-number'],
    ['no visits', { act: 'gp', on, visits: 0 }, 'visits', 'whole-number'],
    ['a hundred visits', { act: 'gp', on, visits: 100 }, 'visits', 'whole-number'],
    ['an amount as a number', { act: 'gp', on, charged: 25 }, 'charged', 'amount'],
    ['an amount with one place', { act: 'gp', on, charged: '25.0' }, 'charged', 'amount'],
    ['an amount with a comma', { act: 'gp', on, charged: '25,00' }, 'charged', 'amount'],
    ['a negative amount', { act: 'gp', on, charged: '-1.00' }, 'charged', 'amount'],
    ['seven digits', { act: 'gp', on, charged: '1000000.00' }, 'charged', 'amount'],
    ['a wrong yearly sum', { act: 'gp', on, paidThisYear: 'none' }, 'paidThisYear', 'amount'],
    ['yes as a text', { act: 'gp', on, declaredGp: 'yes' }, 'declaredGp', 'boolean'],
    ['a mutuelle as a name', { act: 'gp', on, mutuelle: 'HEYME' }, 'mutuelle', 'boolean'],
    ['sector 3', { act: 'gp', on, sector: '3' }, 'sector', 'one-of'],
    ['a sector as a number', { act: 'gp', on, sector: 1 }, 'sector', 'one-of'],
    ['an unknown key', { act: 'gp', on, doctor: 'Dr X' }, 'doctor', 'keys'],
  ])('%s', (_, input, path, accepted) => {
    expect(parseReimbursement(input)).toMatchObject({
      kind: 'invalid',
      errors: [{ path, accepted: { key: `api:accepted.${accepted}` } }],
    });
  });

  test('amounts up to six digits and the ends of the ranges are accepted', () => {
    const input = { act: 'gp', on, charged: '999999.99', age: 120, visits: 99, paidThisYear: '0.00' };
    expect(parseReimbursement(input)).toMatchObject({ kind: 'parsed', value: { charged: 99999999, paidThisYear: 0 } });
    expect(parseReimbursement({ ...input, age: 0, visits: 1 }).kind).toBe('parsed');
  });
});

describe('before the first known figure there is no answer, and the first day is told', () => {
  test.each([
    ['a visit', { act: 'gp', on: '2007-06-30' }, 'on', '2007-07-01'],
    ['without a declared GP', { act: 'gp', on: '2008-12-31', declaredGp: false }, 'on', '2009-01-01'],
    ['in Secteur 2', { act: 'gp', on: '2010-12-31', sector: '2' }, 'on', '2011-01-01'],
    ['in hospital', { act: 'hospital-day', on: '2009-12-31', until: '2010-01-02' }, 'on', '2010-01-01'],
    ['a stay that ends before it starts', { act: 'hospital-day', on, until: '2026-11-21' }, 'until', on],
  ])('%s', (_, request, path, first) => {
    expect(reimbursed(request, data)).toEqual({
      kind: 'unanswerable',
      errors: [{ path, accepted: { key: 'api:accepted.day-from', with: { day: first } } }],
    });
  });

  test('a stay that runs into an unknown tariff names its end', () => {
    const fee = data.rates['daily-hospital-fee']!;
    const ending = {
      ...fee,
      ends: { on: '2027-01-01' as (typeof fee.values)[0]['from'], as: 'unknown' as const, facts: ['X-33'] },
    };
    const rates = { ...data.rates, 'daily-hospital-fee': ending };
    expect(reimbursed({ act: 'hospital-day', on: '2026-12-30', until: '2027-01-02' }, { ...data, rates })).toEqual({
      kind: 'unanswerable',
      errors: [{ path: 'until', accepted: { key: 'api:accepted.day-before-unknown', with: { day: '2027-01-01' } } }],
    });
  });
});

test('no declared GP on a day for which only the age of the duty is unknown', () => {
  const { 'gp-duty-age': duty, ...rates } = data.rates;
  const later = { ...duty!, values: [{ from: day('2012-01-01'), value: 16, facts: ['X-36'] }] };
  expect(
    reimbursed(
      { act: 'gp', on: '2011-12-31', declaredGp: false },
      { ...data, rates: { ...rates, 'gp-duty-age': later } },
    ),
  ).toEqual({
    kind: 'unanswerable',
    errors: [{ path: 'on', accepted: { key: 'api:accepted.day-from', with: { day: '2012-01-01' } } }],
  });
});
