import type { Cents } from './money.ts';
import { addDays, type Day } from './day.ts';

/** What a rate's number means; amounts are whole cents, `day` is a calendar day, a pair is a range (3 to 6 months). */
export type Unit = 'euro' | 'percent' | 'hours' | 'days' | 'weeks' | 'months' | 'years' | 'count' | 'day';
export type RateValue = Cents | number | Day | readonly [number, number];

/** One figure over time. `values` are in order of `from`; each holds until the next begins or the rate ends. A null is a
 * gap: not known from that day until the next value. */
export type Rate = {
  readonly id: string;
  readonly unit: Unit;
  readonly values: readonly {
    readonly from: Day;
    readonly value: RateValue | null;
    readonly facts: readonly string[];
  }[];
  /** From this day the figure is gone by law (`abolished`) or not known to us (`unknown`): never the last value. */
  readonly ends?: { readonly on: Day; readonly as: 'abolished' | 'unknown'; readonly facts: readonly string[] };
};

export type Rates = Readonly<Record<string, Rate>>;

/** A rate on a day. `until` is the last day of the value, null while it holds. */
export type Valued =
  | {
      readonly kind: 'known';
      readonly value: RateValue;
      readonly from: Day;
      readonly until: Day | null;
      readonly facts: readonly string[];
    }
  | { readonly kind: 'before-first'; readonly first: Day }
  | { readonly kind: 'abolished' | 'unknown'; readonly since: Day; readonly facts: readonly string[] };

/**
 * What a rate is on a day: never the nearest value, never the last one after the rate has ended.
 * `until` of a known value is the last day before the next value or the end.
 */
export function valueOn(rate: Rate, on: Day): Valued {
  const { ends, values } = rate;
  if (ends !== undefined && on >= ends.on) return { kind: ends.as, since: ends.on, facts: ends.facts };
  const index = values.findLastIndex(({ from }) => from <= on);
  const current = values[index];
  if (current === undefined) return { kind: 'before-first', first: values[0]?.from ?? on };
  const { from, value, facts } = current;
  if (value === null) return { kind: 'unknown', since: from, facts };
  const next = values[index + 1]?.from ?? ends?.on;
  return { kind: 'known', value, from, facts, until: next === undefined ? null : addDays(next, -1) };
}
