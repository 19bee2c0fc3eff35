import type { Cents } from './money.ts';
import type { Day } from './day.ts';

/** What a rate's number means; amounts are whole cents, `day` is a calendar day, a pair is a range (3 to 6 months). */
export type Unit = 'euro' | 'percent' | 'hours' | 'days' | 'weeks' | 'months' | 'years' | 'age' | 'count' | 'day';
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
