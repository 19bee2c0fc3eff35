import type { Rate, Rates, Valued } from './dated.ts';
import { addDays, type Day } from './day.ts';
import { AppError } from './errors.ts';

/** What a rate is on a day: its value and how long it holds, or why there is none. Never a neighbour's value. */
export function valueOn(rate: Rate, on: Day): Valued {
  const current = rate.values.findLast(({ from }) => from <= on);
  if (current === undefined) return { kind: 'before-first', first: rate.values[0]?.from ?? on };
  if (rate.ends !== undefined && on >= rate.ends.on) {
    return { kind: rate.ends.as, since: rate.ends.on, facts: rate.ends.facts };
  }
  const { value, from, facts } = current;
  if (value === null) return { kind: 'unknown', since: from, facts };
  const next = rate.values.find((later) => later.from > on)?.from ?? rate.ends?.on;
  return { kind: 'known', value, from, until: next === undefined ? null : addDays(next, -1), facts };
}

/** @throws AppError `knowledge/unknown-reference` when no file of `knowledge/rates/` has this name. */
export function rateNamed(rates: Rates, id: string): Rate {
  const rate = rates[id];
  if (rate === undefined) {
    throw new AppError('knowledge/unknown-reference', `No rate "${id}": add knowledge/rates/${id}.yaml`, { id });
  }
  return rate;
}
