import { describe, expect, test } from 'vitest';
import type { Rate, RateValue } from '../../src/core/dated.ts';
import { addDays, day, type Day } from '../../src/core/day.ts';
import { cents, type Cents } from '../../src/core/money.ts';
import { data, type Data, type Scenario } from './scenarios/data.ts';
import { deadlineScenarios } from './scenarios/deadlines.ts';
import { eligibilityScenarios } from './scenarios/eligibility.ts';
import { feeScenarios } from './scenarios/fees.ts';
import { figureScenarios, ratesCovered } from './scenarios/figures.ts';
import { reimbursementScenarios } from './scenarios/reimbursement.ts';

/**
 * Mutation tests of code leave numbers and dates alone. Here every dated value moves by a day, forth and back, and every
 * amount by a cent, one at a time and in memory: a shift that no scenario notices is a figure that nothing holds in place.
 */
type Shift = { readonly says: string; readonly data: Data };

const decisions = [...feeScenarios, ...reimbursementScenarios, ...deadlineScenarios, ...eligibilityScenarios];

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

  test('countries: first and last days of membership', () => {
    const shifts = membershipShifts();
    expect(shifts.length).toBeGreaterThan(3);
    expect(unnoticed(shifts, eligibilityScenarios)).toEqual([]);
  });

  test('every rate is among them', () => {
    expect(Object.keys(data.rates).filter((id) => !ratesCovered.has(id))).toEqual([]);
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
  'whether somebody is a student of the old scheme, and how long a stay is short, hangs on one value whatever the day':
    [
      'short-stay: from 2010-09-01 a day earlier',
      'short-stay: from 2010-09-01 a day later',
      ...['student-free-age', 'student-scheme-age-limit', 'student-scheme-lowest-age'].flatMap((id) => [
        `${id}: from 2010-09-01 a day earlier`,
        `${id}: from 2010-09-01 a day later`,
        `${id}: end 2018-09-01 by 1 day`,
        `${id}: end 2018-09-01 by -1 day`,
      ]),
      'student-scheme-continuing-end: from 2010-09-01 a day earlier',
      'student-scheme-continuing-end: from 2010-09-01 a day later',
    ],
  'nobody enters the student scheme any more on that day': ['student-contribution: end 2018-09-01 by 1 day'],
  'a decision tells that there is a CVEC since its first day; what it costs is in the answers alone': [
    ...['2019-09-01', '2020-09-01', '2022-09-01', '2023-09-01', '2024-09-01', '2025-09-01'].flatMap((from) => [
      `cvec: from ${from} a day earlier`,
      `cvec: from ${from} a day later`,
    ]),
    ...[
      ['2018-07-01', 9000],
      ['2019-09-01', 9100],
      ['2020-09-01', 9200],
      ['2022-09-01', 9500],
      ['2023-09-01', 10000],
      ['2024-09-01', 10300],
      ['2025-09-01', 10500],
    ].flatMap(([from, value]) =>
      [-1, 1].map((by) => `cvec: value of ${String(from)} as ${String(Number(value) + by)}`),
    ),
    'cvec: end 2027-09-01 by 1 day',
    'cvec: end 2027-09-01 by -1 day',
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

function membershipShifts(): Shift[] {
  const { countries } = data;
  const withMember = (code: string, changed: { readonly from?: Day; readonly until?: Day }): Shift => ({
    says: `${code}: ${JSON.stringify(changed)}`,
    data: {
      ...data,
      countries: { ...countries, eea: { ...countries.eea, [code]: { facts: [], ...countries.eea[code], ...changed } } },
    },
  });
  return Object.entries(countries.eea).flatMap(([code, { from, until }]) =>
    [1, -1].flatMap((days) => [
      ...(from === undefined ? [] : [withMember(code, { from: addDays(from, days) })]),
      ...(until === undefined ? [] : [withMember(code, { until: addDays(until, days) })]),
    ]),
  );
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
