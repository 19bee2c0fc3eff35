import type { RateValue, Rates, Valued } from './dated.ts';
import type { Day } from './day.ts';
import type { Refusal } from './decision.ts';
import { AppError } from './errors.ts';
import { rateNamed, valueOn } from './rates.ts';

/** The figures that a calculation asks for on one day, by the calculation's own names, and the facts they rest on. */
export type Figures<Name extends string> =
  | {
      readonly kind: 'known';
      readonly values: Readonly<Record<Name, RateValue>>;
      readonly facts: readonly string[];
    }
  | { readonly kind: 'unanswerable'; readonly errors: readonly Refusal[] };

/**
 * Looks up rates by their ids, all or none: one that has no value on that day refuses the request, naming the field `path`
 * that gave the day and the days for which there is an answer.
 */
export function figuresOn<Name extends string>(
  rates: Rates,
  on: Day,
  path: string,
  ids: Readonly<Record<Name, string>>,
): Figures<Name> {
  const values: Partial<Record<Name, RateValue>> = {};
  const facts = new Set<string>();
  const errors: Refusal[] = [];
  for (const [name, id] of Object.entries(ids) as [Name, string][]) {
    const valued = valueOn(rateNamed(rates, id), on);
    if (valued.kind === 'known') {
      values[name] = valued.value;
      for (const fact of valued.facts) facts.add(fact);
    } else errors.push(refusedDay(path, valued));
  }
  if (errors.length > 0) return { kind: 'unanswerable', errors: latest(errors) };
  return { kind: 'known', values: values as Record<Name, RateValue>, facts: [...facts] };
}

/** Why a rate has no value on the day that the field `path` gave, and for which days it has one. */
export function refusedDay(path: string, valued: Exclude<Valued, { kind: 'known' }>): Refusal {
  return valued.kind === 'before-first'
    ? { path, accepted: { key: 'api:accepted.day-from', with: { day: valued.first } } }
    : { path, accepted: { key: `api:accepted.day-before-${valued.kind}`, with: { day: valued.since } } };
}

/** @throws AppError when a rate file holds a day or a range where the calculation needs one number. */
export function numberOf(value: RateValue): number {
  if (typeof value === 'number') return value;
  throw new AppError('knowledge/invalid-file', `A rate holds ${JSON.stringify(value)} where one number is needed`);
}

/** A single number is a range of one: 3 → [3, 3]. */
export function rangeOf(value: RateValue): readonly [number, number] {
  return typeof value === 'object' ? value : [numberOf(value), numberOf(value)];
}

/** @throws AppError when a rate file holds a number where the calculation needs a day. */
export function dayOf(value: RateValue): Day {
  if (typeof value === 'string') return value;
  throw new AppError('knowledge/invalid-file', `A rate holds ${JSON.stringify(value)} where a day is needed`);
}

/** Of several first days only the last one is a day from which everything is known. */
function latest(errors: readonly Refusal[]): readonly Refusal[] {
  const byDay = errors.toSorted((a, b) =>
    String(b.accepted.with?.['day']).localeCompare(String(a.accepted.with?.['day'])),
  );
  return byDay.slice(0, 1);
}
