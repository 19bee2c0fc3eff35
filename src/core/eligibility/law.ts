import { AppError } from '../errors.ts';
import { cents, type Cents } from '../money.ts';
import type { Day } from '../day.ts';
import type { Rate, Rates, RateValue } from '../dated.ts';
import { rateNamed, valueOn } from '../rates.ts';
import type { Guidance, RowContent } from './content.ts';
import type { Countries } from './countries.ts';

/** What a decision reads beside the student's own facts: dated figures, countries, what rows say, and where things are done. */
export type Law = {
  readonly rates: Rates;
  readonly countries: Countries;
  /** By the table's ids. */
  readonly rows: Readonly<Record<string, RowContent>>;
  readonly guidance: Guidance;
  /** Whether it sells insurance itself. */
  readonly desk: { readonly offers: string | null };
  /** Only their web addresses are read here. */
  readonly places: Readonly<Record<string, { readonly url?: string | undefined }>>;
};

/** The days and thresholds that the rules turn on, all from `knowledge/rates/`. */
export type Thresholds = {
  /** The first academic year of which a contribution is known: nothing is decided before. */
  readonly first: Day;
  readonly pumaStart: Day;
  readonly generalSchemeStart: Day;
  /** Last day of those who stayed with their student mutual. */
  readonly studentMutualEnd: Day;
  readonly cssStart: Day;
  readonly cvecStart: Day;
  /** Months: a stay is short below it. */
  readonly shortStay: number;
  /** Months of residence before a request for cover by residence. */
  readonly residenceWait: number;
  /** Years. */
  readonly firstAge: number;
  readonly freeUnder: number;
  readonly ageLimit: number;
};

const thresholdsOf = new WeakMap<Rates, Thresholds>();

/** @throws AppError `knowledge/unknown-reference` when a rate that the rules need is missing. */
export function thresholds(law: Law): Thresholds {
  const kept = thresholdsOf.get(law.rates);
  if (kept !== undefined) return kept;
  const read = readThresholds(law.rates);
  thresholdsOf.set(law.rates, read);
  return read;
}

/** The student contribution of that day's academic year in cents; null when there is none any more. */
export function contributionOn(on: Day, law: Law): Cents | null {
  const contribution = valueOn(rateNamed(law.rates, 'student-contribution'), on);
  return contribution.kind === 'known' && typeof contribution.value === 'number' ? cents(contribution.value) : null;
}

function readThresholds(rates: Rates): Thresholds {
  return {
    first: firstOf(rateNamed(rates, 'student-contribution')).from,
    pumaStart: dayNamed(rates, 'puma-start'),
    generalSchemeStart: dayNamed(rates, 'general-scheme-start'),
    studentMutualEnd: dayNamed(rates, 'student-scheme-continuing-end'),
    cssStart: dayNamed(rates, 'css-start'),
    cvecStart: firstOf(rateNamed(rates, 'cvec')).from,
    shortStay: numberNamed(rates, 'short-stay'),
    residenceWait: numberNamed(rates, 'residence-wait'),
    firstAge: numberNamed(rates, 'student-scheme-lowest-age'),
    freeUnder: numberNamed(rates, 'student-free-age'),
    ageLimit: numberNamed(rates, 'student-scheme-age-limit'),
  };
}

function firstOf(rate: Rate): { readonly from: Day; readonly value: RateValue | null } {
  const [first] = rate.values;
  if (first === undefined)
    throw new AppError('knowledge/invalid-file', `The rate "${rate.id}" has no value`, { id: rate.id });
  return first;
}

function dayNamed(rates: Rates, id: string): Day {
  const { value } = firstOf(rateNamed(rates, id));
  if (typeof value !== 'string') throw new AppError('knowledge/invalid-file', `The rate "${id}" is no day`, { id });
  return value;
}

function numberNamed(rates: Rates, id: string): number {
  const { value } = firstOf(rateNamed(rates, id));
  if (typeof value !== 'number') throw new AppError('knowledge/invalid-file', `The rate "${id}" is no number`, { id });
  return value;
}
