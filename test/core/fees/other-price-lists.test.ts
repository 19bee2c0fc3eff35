import { describe, expect, test } from 'vitest';
import { quote, type Offers } from '../../../src/core/fees/index.ts';
import { cents } from '../../../src/core/money.ts';
import { data, day } from '../scenarios/data.ts';

/** What the AAA's own list cannot show: its expenses are all alike, and only one of its products is sold by the month. */
const { offers } = data;
const on = day('2026-11-22');
const [months, rc] = [offers.products[0]!, offers.products[1]!];
const [oneMonth, threeMonths] = [months.terms[0]!, months.terms[1]!];

function quotedFrom(list: Offers, items: readonly (readonly [product: string, term?: string])[]) {
  const result = quote(
    { items: items.map(([product, term]) => ({ product, ...(term === undefined ? {} : { term }) })), on },
    list,
    data.grounds,
  );
  if (result.kind !== 'quoted') throw new TypeError(JSON.stringify(result.errors));
  return result;
}

describe("another desk's price list", () => {
  test('a bundle needs both of its kinds, however little it costs', () => {
    const list = { ...offers, bundle: { ...offers.bundle, expenses: cents(100) } };
    expect(quotedFrom(list, [[months.id, 'P3M']]).saved).toBe(0);
    expect(quotedFrom(list, [[rc.id]]).saved).toBe(0);
    expect(quotedFrom(list, [[months.id, 'P3M'], [rc.id]]).saved).toBe(1900);
  });

  test('of several the cheapest expenses go into the bundle', () => {
    const terms = [{ ...oneMonth, expenses: cents(1200) }, threeMonths];
    const list = { ...offers, products: [{ ...months, terms }, rc] };
    expect(quotedFrom(list, [[months.id, 'P1M'], [months.id, 'P3M'], [rc.id]]).saved).toBe(500);
  });

  test('two products by the month run side by side, each from the day after payment', () => {
    const second = { ...months, id: 'second' };
    const list = { ...offers, products: [months, second, rc] };
    const { lines } = quotedFrom(list, [
      [months.id, 'P3M'],
      ['second', 'P1M'],
    ]);
    expect(lines.map(({ from, to }) => [from, to])).toEqual([
      ['2026-11-23', '2027-02-22'],
      ['2026-11-23', '2026-12-22'],
    ]);
  });

  test('a longer term is longer: the same months sold at once for more are no advice', () => {
    const list = {
      ...offers,
      products: [{ ...months, terms: [oneMonth, { ...threeMonths, insurance: cents(90000) }] }],
    };
    const keys = quotedFrom(list, [
      [months.id, 'P1M'],
      [months.id, 'P1M'],
      [months.id, 'P1M'],
    ]).warnings.map(({ key }) => key);
    expect(keys).not.toContain('fees:warning.not-sold-at-once');
    expect(keys).not.toContain('fees:warning.cheaper');
  });

  test('the longest months are named first, in whatever order the list has them', () => {
    const list = { ...offers, products: [{ ...months, terms: [threeMonths, oneMonth] }] };
    const result = quote({ items: [{ product: months.id, term: 'P4M' }], on }, list, data.grounds);
    expect(result).toMatchObject({ errors: [{ accepted: { with: { way: '3 + 1' } } }] });
  });

  test.each(['xP2M', 'P2Mx', 'P100M'])('"%s" is no number of months', (term) => {
    expect(quote({ items: [{ product: months.id, term }], on }, offers, data.grounds)).toMatchObject({
      errors: [{ path: 'items.0.term', accepted: { key: 'fees:refused.term' } }],
    });
  });
});
