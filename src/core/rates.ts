import type { Rate, Rates, Valued } from './dated.ts';
import { addDays, type Day } from './day.ts';
import { AppError } from './errors.ts';

/** What a rate is on a day: its value and how long it holds, or why there is none. Never a neighbour's value. */
export function valueOn(rate: Rate, on: Day): Valued {
  const [first] = rate.values;
  if (first === undefined || on < first.from) return { kind: 'before-first', first: first?.from ?? on };
  if (rate.ends !== undefined && on >= rate.ends.on) {
    return { kind: rate.ends.as, since: rate.ends.on, facts: rate.ends.facts };
  }
  const index = rate.values.findLastIndex((entry) => entry.from <= on);
  const current = rate.values[index] ?? first;
  if (current.value === null) return { kind: 'unknown', since: current.from, facts: current.facts };
  const next = rate.values[index + 1]?.from ?? rate.ends?.on;
  return {
    kind: 'known',
    value: current.value,
    from: current.from,
    until: next === undefined ? null : addDays(next, -1),
    facts: current.facts,
  };
}

/** @throws AppError `knowledge/unknown-reference` when no file of `knowledge/rates/` has this name. */
export function rateNamed(rates: Rates, id: string): Rate {
  const rate = rates[id];
  if (rate === undefined) {
    throw new AppError('knowledge/unknown-reference', `No rate "${id}": add knowledge/rates/${id}.yaml`, { id });
  }
  return rate;
}
