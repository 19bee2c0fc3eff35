import { describe, expect, test } from 'vitest';
import { quote, type Offers } from '../../../src/core/fees/index.ts';
import { cents } from '../../../src/core/money.ts';
import { data, day } from '../scenarios/data.ts';
import { quoted } from '../scenarios/fees.ts';

type Row = readonly [basket: string, on: string, warnings: readonly string[], flags: readonly string[]];

const always = ['payment.cash-cheque', 'warning.confirm'];

describe('warnings and flags', () => {
  test.each<Row>([
    ['P1M', '2026-11-22', always, []],
    ['P3M', '2026-11-22', ['warning.gap', ...always], ['C-36']],
    ['P1M×2', '2026-11-22', ['warning.not-sold-at-once', 'warning.expenses-each', ...always], []],
    ['P1M×3', '2026-11-22', ['warning.cheaper', 'warning.expenses-each', 'warning.gap', ...always], ['C-36']],
    [
      'P1M + P1M + P1M + P1M',
      '2026-11-22',
      ['warning.cheaper', 'warning.expenses-each', 'warning.past-longest', 'warning.gap', ...always],
      ['C-36'],
    ],
    ['P3M + P1M', '2026-11-22', ['warning.expenses-each', 'warning.past-longest', 'warning.gap', ...always], ['C-36']],
    ['P3M×2', '2026-11-22', ['warning.expenses-each', 'warning.past-longest', 'warning.gap', ...always], ['C-36']],
    ['rc', '2013-02-01', ['warning.yearly-start', ...always], ['C-43']],
    ['rc', '2013-08-31', ['warning.yearly-start', ...always], ['C-43']],
    ['rc', '2013-09-01', ['warning.yearly-start', 'warning.yearly-soon-over', ...always], ['C-43']],
    ['rc', '2013-09-30', ['warning.yearly-start', 'warning.yearly-soon-over', ...always], ['C-43']],
    ['rc', '2013-10-01', ['warning.yearly-start', 'warning.yearly-current-year', ...always], ['C-34', 'C-43']],
    ['rc', '2013-12-31', ['warning.yearly-start', 'warning.yearly-current-year', ...always], ['C-34', 'C-43']],
    ['rc', '2014-01-01', ['warning.yearly-start', ...always], ['C-43']],
    ['rc + rc', '2014-01-01', ['warning.yearly-start', 'warning.yearly-twice', ...always], ['C-43']],
    [
      'rc + P3M',
      '2026-11-22',
      ['warning.gap', 'warning.yearly-start', 'warning.yearly-current-year', ...always],
      ['C-34', 'C-36', 'C-43'],
    ],
  ])('%s on %s: %j %j', (words, on, warnings, flags) => {
    const result = quoted(words, on, data);
    if (result.kind !== 'quoted') throw new TypeError('not quoted');
    expect(result.warnings.map(({ key }) => key.replace('fees:', ''))).toEqual(warnings);
    expect(result.flags).toEqual(flags);
  });

  test.each([
    [
      '1 + 1 months: what they cost, and what 3 at once do',
      'P1M×2',
      'warning.not-sold-at-once',
      { months: 2, paid: 10400, longer: 3, price: 10900 },
    ],
    [
      '3 × 1 month: 3 at once are cheaper',
      'P1M×3',
      'warning.cheaper',
      { months: 3, paid: 15600, way: '3', price: 10900 },
    ],
    ['4 × 1 month', 'P1M×4', 'warning.cheaper', { months: 4, paid: 20800, way: '3 + 1', price: 16100 }],
    ['the gap after the last of several purchases', 'P3M×2', 'warning.gap', { to: '2027-05-22' }],
    ['to whom a cheque is made out', 'rc', 'payment.cash-cheque', { payee: 'ALFJ' }],
    ['both days on which RC may begin', 'rc', 'warning.yearly-start', { on: '2026-11-22', from: '2026-11-23' }],
    ['which school year is meant', 'rc', 'warning.yearly-current-year', { to: '2027-09-30' }],
  ])('%s', (_, words, key, filledWith) => {
    const result = quoted(words, '2026-11-22', data);
    expect(result).toMatchObject({
      warnings: expect.arrayContaining([{ key: `fees:${key}`, with: filledWith }]) as unknown,
    });
  });

  test.each([
    ['2026-09-01', 29],
    ['2026-09-29', 1],
    ['2026-09-30', 0],
  ])('RC bought on %s covers %i days, and 1 October is the day to wait for', (on, count) => {
    expect(quoted('rc', on, data)).toMatchObject({
      warnings: expect.arrayContaining([
        { key: 'fees:warning.yearly-soon-over', with: { count, to: '2026-09-30', next: '2026-10-01' } },
      ]) as unknown,
    });
  });

  test('a price list without a longer or cheaper term offers none', () => {
    const [medical] = data.offers.products;
    const oneTerm: Offers = { ...data.offers, products: [{ ...medical!, terms: medical!.terms.slice(0, 1) }] };
    const result = quote(
      { items: [{ product: 'tranquillite', term: 'P1M', times: 2 }], on: day('2026-11-22') },
      oneTerm,
      data.grounds,
    );
    expect(result).toMatchObject({ kind: 'quoted', total: cents(10400), flags: ['C-36'] });
    expect(result.kind === 'quoted' && result.warnings.map(({ key }) => key)).toEqual([
      'fees:warning.expenses-each',
      'fees:warning.past-longest',
      'fees:warning.gap',
      'fees:payment.cash-cheque',
      'fees:warning.confirm',
    ]);
  });

  test('of two ways of equal price the one with fewer purchases is told', () => {
    const [medical] = data.offers.products;
    const term = (months: number, insurance: number) => ({
      term: `P${months}M`,
      months,
      insurance: cents(insurance),
      expenses: cents(0),
      facts: ['S0-23'],
    });
    const prices: Offers = {
      ...data.offers,
      products: [{ ...medical!, terms: [term(1, 5000), term(2, 8000), term(4, 16000)] }],
    };
    const refused = quote(
      { items: [{ product: 'tranquillite', term: 'P5M' }], on: day('2026-11-22') },
      prices,
      data.grounds,
    );
    expect(refused).toMatchObject({ errors: [{ accepted: { with: { way: '4 + 1', price: 21000 } } }] });
    const longer = quote(
      { items: [{ product: 'tranquillite', term: 'P1M', times: 3 }], on: day('2026-11-22') },
      prices,
      data.grounds,
    );
    expect(longer).toMatchObject({
      warnings: expect.arrayContaining([
        { key: 'fees:warning.cheaper', with: { months: 3, paid: 15000, way: '2 + 1', price: 13000 } },
      ]) as unknown,
    });
  });

  test('of several longer terms the next one is told', () => {
    const [medical] = data.offers.products;
    const [one, three] = medical!.terms;
    const six = { ...three!, term: 'P6M', months: 6, insurance: cents(18000) };
    const prices: Offers = { ...data.offers, products: [{ ...medical!, terms: [six, three!, one!] }] };
    const result = quote(
      { items: [{ product: 'tranquillite', term: 'P1M', times: 2 }], on: day('2026-11-22') },
      prices,
      data.grounds,
    );
    expect(result).toMatchObject({
      warnings: expect.arrayContaining([
        { key: 'fees:warning.not-sold-at-once', with: { months: 2, paid: 10400, longer: 3, price: 10900 } },
      ]) as unknown,
    });
  });
});
