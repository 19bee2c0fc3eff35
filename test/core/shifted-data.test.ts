import { describe, expect, test } from 'vitest';
import type { Rate, RateValue } from '../../src/core/dated.ts';
import { addDays, day, type Day } from '../../src/core/day.ts';
import { cents, type Cents } from '../../src/core/money.ts';
import { data, type Data, type Scenario } from './scenarios/data.ts';
import { deadlineScenarios } from './scenarios/deadlines.ts';
import { feeScenarios } from './scenarios/fees.ts';
import { figureScenarios, ratesCovered } from './scenarios/figures.ts';
import { reimbursementScenarios } from './scenarios/reimbursement.ts';

/**
 * Mutation tests of code leave numbers and dates alone. Here every dated value moves by a day, forth and back, and every
 * amount by a cent, one at a time and in memory: a shift that no scenario notices is a figure that nothing holds in place.
 */
type Shift = { readonly says: string; readonly data: Data };

const decisions = [...feeScenarios, ...reimbursementScenarios, ...deadlineScenarios];

describe('no figure can move unnoticed', () => {
  test('rates: days and values', () => {
    const shifts = Object.values(data.rates)
      .filter(({ id }) => ratesCovered.has(id))
      .flatMap(shiftsOf);
    expect(shifts.length).toBeGreaterThan(250);
    expect(unnoticed(shifts, [...figureScenarios, ...decisions])).toEqual([]);
  });

  test('the price list: amounts, terms and days of the year', () => {
    const shifts = offerShifts();
    expect(shifts.length).toBeGreaterThan(10);
    expect(unnoticed(shifts, decisions)).toEqual([]);
  });

  test('what decisions are made of is noticed by the decisions themselves, without the table of figures', () => {
    const read = ratesReadBy(decisions);
    const shifts = Object.values(data.rates)
      .filter(({ id }) => read.has(id))
      .flatMap(shiftsOf);
    expect(unnoticed(shifts, decisions).sort()).toEqual(Object.values(withoutConsequence).flat().sort());
  });
});

/** Shifts that no decision can show, by the reason; the table of figures holds these in place alone. */
const withoutConsequence = {
  'before the first tariff nothing is reimbursed': [
    'fixed-contribution: from 2005-01-01 a day earlier',
    'fixed-contribution: from 2005-01-01 a day later',
    'fixed-contribution-age: from 2005-01-01 a day earlier',
    'fixed-contribution-age: from 2005-01-01 a day later',
    'fixed-contribution-day-cap: from 2005-01-01 a day earlier',
    'fixed-contribution-day-cap: from 2005-01-01 a day later',
    'fixed-contribution-year-cap: from 2005-01-01 a day earlier',
    'fixed-contribution-year-cap: from 2005-01-01 a day later',
  ],
  'another figure of the same calculation begins on that day': [
    'cmu-handling: from 2010-09-01 a day earlier',
    'css-start: from 2010-09-01 a day earlier',
    'final-number-longest: from 2018-09-01 a day earlier',
    'final-number-wait: from 2018-09-01 a day earlier',
    'gp-duty-age: from 2009-01-01 a day earlier',
    'gp-refund-rate: from 2007-07-01 a day earlier',
    'gp-refund-rate-undeclared: from 2009-01-01 a day earlier',
    'gp-visit: from 2007-07-01 a day earlier',
    'puma-start: from 2010-09-01 a day earlier',
    'residence-wait: from 2010-09-01 a day earlier',
  ],
  'no day lies three months before 31 December: 30 September does before 30 December, 1 October before 1 January': [
    'puma-start: value of 2010-09-01 as 2015-12-31',
  ],
};

function unnoticed(shifts: readonly Shift[], scenarios: readonly Scenario[]): string[] {
  return shifts.filter((shift) => !scenarios.some((scenario) => differs(scenario, shift.data))).map(({ says }) => says);
}

function differs({ run, gives }: Scenario, shifted: Data): boolean {
  try {
    return JSON.stringify(run(shifted)) !== JSON.stringify(gives);
  } catch {
    return true;
  }
}

function shiftsOf(rate: Rate): Shift[] {
  const { id, values, ends } = rate;
  const withRate = (says: string, changed: Partial<Rate>): Shift => ({
    says: `${id}: ${says}`,
    data: { ...data, rates: { ...data.rates, [id]: { ...rate, ...changed } } },
  });
  const withValue = (index: number, changed: Partial<Rate['values'][number]>) => ({
    values: values.map((entry, at) => (at === index ? { ...entry, ...changed } : entry)),
  });
  return [
    ...values.flatMap(({ from, value }, index) => [
      withRate(`from ${from} a day later`, withValue(index, { from: addDays(from, 1) })),
      withRate(`from ${from} a day earlier`, withValue(index, { from: addDays(from, -1) })),
      ...moved(value).map((other) =>
        withRate(`value of ${from} as ${String(other)}`, withValue(index, { value: other })),
      ),
    ]),
    ...(ends === undefined
      ? []
      : [1, -1].map((days) =>
          withRate(`end ${ends.on} by ${String(days)} day`, { ends: { ...ends, on: addDays(ends.on, days) } }),
        )),
  ];
}

/** A cent, a percent, a month or a day more and less. */
function moved(value: RateValue | null): RateValue[] {
  if (value === null) return [];
  if (typeof value === 'string') return [addDays(value, 1), addDays(value, -1)];
  if (typeof value === 'number') return [value + 1, value - 1];
  const [least, most] = value;
  return [
    [least + 1, most],
    [least - 1, most],
    [least, most + 1],
    [least, most - 1],
  ];
}

function offerShifts(): Shift[] {
  const { offers } = data;
  const withOffers = (says: string, changed: Partial<Data['offers']>): Shift => ({
    says,
    data: { ...data, offers: { ...offers, ...changed } },
  });
  const bundle = [1, -1].map((by) =>
    withOffers(`bundle by ${String(by)}`, { bundle: { ...offers.bundle, expenses: more(offers.bundle.expenses, by) } }),
  );
  const products = offers.products.flatMap((product, at) => {
    const withProduct = (says: string, changed: Partial<typeof product>) =>
      withOffers(`${product.id}: ${says}`, {
        products: offers.products.map((each, index) => (index === at ? { ...each, ...changed } : each)),
      });
    const terms = product.terms.flatMap((term, index) =>
      [1, -1].flatMap((by) => {
        const shifted = [
          { insurance: more(term.insurance, by) },
          { expenses: more(term.expenses, by) },
          ...(term.months === undefined ? [] : [{ months: term.months + by }]),
        ];
        return shifted.map((changed) =>
          withProduct(`${term.term} ${JSON.stringify(changed)}`, {
            terms: product.terms.map((each, i) => (i === index ? { ...each, ...changed } : each)),
          }),
        );
      }),
    );
    const { cover } = product;
    if (cover === 'months-from-next-day') return terms;
    const days = [1, -1].flatMap((by) => [
      withProduct(`until by ${String(by)}`, { cover: { ...cover, until: monthDayMoved(cover.until, by) } }),
      withProduct(`letter by ${String(by)}`, {
        cover: { ...cover, letterBefore: monthDayMoved(cover.letterBefore, by) },
      }),
    ]);
    return [...terms, ...days];
  });
  return [...bundle, ...products];
}

function more(amount: Cents, by: number): Cents {
  return cents(amount + by);
}

function monthDayMoved(monthDay: string, by: number): string {
  const someYear: Day = day(`2026-${monthDay}`);
  return addDays(someYear, by).slice(5);
}

/** The rates that these scenarios look at. */
function ratesReadBy(scenarios: readonly Scenario[]): ReadonlySet<string> {
  const read = new Set<string>();
  const rates = new Proxy(data.rates, {
    get: (target, id) => {
      if (typeof id === 'string') read.add(id);
      return target[String(id)];
    },
  });
  for (const { run } of scenarios) run({ ...data, rates });
  return read;
}
