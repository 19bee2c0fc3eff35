import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuote, quote, type Offers } from '../../../src/core/fees/index.ts';
import { cents, sum } from '../../../src/core/money.ts';
import { data, day } from '../scenarios/data.ts';
import { feeScenarios, quoted } from '../scenarios/fees.ts';

describe('value', () => {
  test.each(feeScenarios)('$says', ({ run, gives }) => {
    expect(run(data)).toEqual(gives);
  });

  test('what the bundle saved is told', () => {
    expect(quoted('P3M + rc', '2026-11-22', data)).toMatchObject({ saved: 500 });
    expect(quoted('P3M', '2026-11-22', data)).toMatchObject({ saved: 0 });
  });

  test('a product with one term needs no term, and takes its own', () => {
    const parsed = parseQuote({ items: [{ product: 'rc', term: 'until-30-september' }], on: '2026-11-22' });
    expect(parsed.kind === 'parsed' && quote(parsed.value, data.offers, data.grounds)).toEqual(
      quoted('rc', '2026-11-22', data),
    );
  });

  test("another desk's price list is quoted by its own figures", () => {
    const elsewhere: Offers = {
      ...data.offers,
      desk: 'elsewhere',
      bundle: { ...data.offers.bundle, expenses: cents(2500) },
    };
    expect(
      quote(
        {
          desk: 'elsewhere',
          items: [{ product: 'tranquillite', term: 'P3M' }, { product: 'rc' }],
          on: day('2026-11-22'),
        },
        elsewhere,
        data.grounds,
      ),
    ).toMatchObject({
      kind: 'quoted',
      total: 13200,
      saved: 0,
    });
  });
});

const item = fc.oneof(
  fc.record({
    product: fc.constant('tranquillite'),
    term: fc.constantFrom('P1M', 'P3M'),
    times: fc.integer({ min: 1, max: 12 }),
  }),
  fc.constant({ product: 'rc' }),
);
const someDay = fc
  .date({ min: new Date('2010-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));

describe('properties of every basket', () => {
  test('the total is the lines minus what the bundle saves, and the order of items changes nothing in it', () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 20 }), someDay, (items, on) => {
        const result = quote({ items, on }, data.offers, data.grounds);
        const turned = quote({ items: items.toReversed(), on }, data.offers, data.grounds);
        if (result.kind !== 'quoted' || turned.kind !== 'quoted') throw new TypeError('not quoted');
        const lines = sum(result.lines.flatMap(({ insurance, expenses }) => [insurance, expenses]));
        expect(result.withoutBundle).toBe(lines);
        expect(result.total).toBe(lines - result.saved);
        expect(result.total).toBe(sum(result.lines.map(({ insurance }) => insurance)) + result.expenses);
        expect({ ...turned, lines: [], warnings: [...turned.warnings].sort(byKey) }).toEqual({
          ...result,
          lines: [],
          warnings: [...result.warnings].sort(byKey),
        });
      }),
    );
  });

  test('months of one product follow one another without a hole or an overlap', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('P1M', 'P3M'), { minLength: 1, maxLength: 12 }), someDay, (terms, on) => {
        const result = quote(
          { items: terms.map((term) => ({ product: 'tranquillite', term })), on },
          data.offers,
          data.grounds,
        );
        if (result.kind !== 'quoted') throw new TypeError('not quoted');
        for (const [index, { from, to }] of result.lines.entries()) {
          expect(from <= to).toBe(true);
          const next = result.lines[index + 1];
          if (next !== undefined) expect(Date.parse(next.from) - Date.parse(to)).toBe(86_400_000);
        }
      }),
    );
  });
});

function byKey(a: { key: string }, b: { key: string }): number {
  return a.key.localeCompare(b.key);
}
