import { describe, expect, test } from 'vitest';
import { parseQuote, quote } from '../../../src/core/fees/index.ts';
import { data, day } from '../scenarios/data.ts';

const on = '2026-11-22';
const one = { product: 'tranquillite', term: 'P1M' };

describe('what is no quote request is named with what is accepted', () => {
  test.each([
    ['no items', { on }, 'items', 'list'],
    ['an empty basket', { on, items: [] }, 'items', 'list'],
    ['21 items', { on, items: Array.from({ length: 21 }, () => one) }, 'items', 'list'],
    ['an impossible day', { on: '2026-02-30', items: [one] }, 'on', 'day'],
    ['a day past any calendar', { on: '9999-12-31', items: [one] }, 'on', 'day'],
    ['a day as a number', { on: 20261122, items: [one] }, 'on', 'day'],
    ['no day', { items: [one] }, 'on', 'day'],
    ['times 0', { on, items: [{ ...one, times: 0 }] }, 'items.0.times', 'whole-number'],
    ['times 13', { on, items: [one, { ...one, times: 13 }] }, 'items.1.times', 'whole-number'],
    ['times 1.5', { on, items: [{ ...one, times: 1.5 }] }, 'items.0.times', 'whole-number'],
    ['times for RC', { on, items: [{ product: 'rc', times: 1 }] }, 'items.0.times', 'times-with-months'],
    [
      'times for RC with its term',
      { on, items: [{ product: 'rc', term: 'until-30-september', times: 2 }] },
      'items.0.times',
      'times-with-months',
    ],
    [
      'times for a term that only contains months',
      { on, items: [{ ...one, term: 'xP1M', times: 1 }] },
      'items.0.times',
      'times-with-months',
    ],
    [
      'times for a term that only begins with months',
      { on, items: [{ ...one, term: 'P1Mx', times: 1 }] },
      'items.0.times',
      'times-with-months',
    ],
    ['a product that is no text', { on, items: [{ product: 1 }] }, 'items.0.product', 'name'],
    ['an empty term', { on, items: [{ product: 'rc', term: '' }] }, 'items.0.term', 'name'],
    ['an unknown key', { on, items: [one], price: '1.00' }, 'price', 'keys'],
    ['an unknown key in an item', { on, items: [{ ...one, months: 2 }] }, 'items.0.months', 'keys'],
    ['a list', [], '', 'keys'],
    ['nothing', null, '', 'keys'],
  ])('%s', (_, input, path, accepted) => {
    expect(parseQuote(input)).toMatchObject({
      kind: 'invalid',
      errors: [{ path, accepted: { key: `api:accepted.${accepted}` } }],
    });
  });

  test('times goes with any number of months, sold or not', () => {
    expect(parseQuote({ on, items: [{ ...one, term: 'P12M', times: 2 }] })).toMatchObject({ kind: 'parsed' });
  });

  test('several wrong fields are all named', () => {
    const parsed = parseQuote({ on: 'tomorrow', items: [{ product: 'rc', weeks: 1 }], a: 1, b: 2 });
    expect(parsed.kind === 'invalid' && parsed.errors.map(({ path }) => path).sort()).toEqual([
      'a',
      'b',
      'items.0.weeks',
      'on',
    ]);
  });

  test('what is accepted is told with its limits and its keys', () => {
    expect(parseQuote({ on, items: [{ ...one, times: 13 }] })).toMatchObject({
      errors: [{ accepted: { with: { least: 1, most: 12 } } }],
    });
    expect(parseQuote({ on, items: [{ ...one, x: 1 }] })).toMatchObject({
      errors: [{ accepted: { with: { keys: 'product, term, times' } } }],
    });
  });
});

describe('what is not sold is refused with what is', () => {
  test.each([
    [
      { ...one, term: 'P2M' },
      'term',
      {
        key: 'fees:refused.term-or-longer',
        with: { terms: 'P1M, P3M', months: 2, way: '1 + 1', price: 10400, longer: 3, longerPrice: 10900 },
      },
    ],
    [
      { ...one, term: 'P4M' },
      'term',
      { key: 'fees:refused.term-combined', with: { terms: 'P1M, P3M', months: 4, way: '3 + 1', price: 16100 } },
    ],
    [
      { ...one, term: 'P12M' },
      'term',
      {
        key: 'fees:refused.term-combined',
        with: { terms: 'P1M, P3M', months: 12, way: '3 + 3 + 3 + 3', price: 43600 },
      },
    ],
    [{ ...one, term: 'P1Y' }, 'term', { key: 'fees:refused.term', with: { terms: 'P1M, P3M' } }],
    [{ ...one, term: 'P999M' }, 'term', { key: 'fees:refused.term', with: { terms: 'P1M, P3M' } }],
    [{ product: 'tranquillite' }, 'term', { key: 'fees:refused.term', with: { terms: 'P1M, P3M' } }],
    [{ product: 'rc', term: 'P1M' }, 'term', { key: 'fees:refused.term', with: { terms: 'until-30-september' } }],
    [{ product: 'dental' }, 'product', { key: 'api:accepted.one-of', with: { values: 'tranquillite, rc' } }],
  ])('%j', (item, field, accepted) => {
    expect(quote({ items: [{ product: 'rc' }, item], on: day(on) }, data.offers, data.grounds)).toEqual({
      kind: 'unanswerable',
      errors: [{ path: `items.1.${field}`, accepted }],
    });
  });

  test('a desk whose list this is not', () => {
    expect(quote({ desk: 'bbb', items: [one], on: day(on) }, data.offers, data.grounds)).toEqual({
      kind: 'unanswerable',
      errors: [{ path: 'desk', accepted: { key: 'api:accepted.one-of', with: { values: 'aaa' } } }],
    });
  });
});
