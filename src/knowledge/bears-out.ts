import type { RateValue, Unit } from '../core/dated.ts';
import { addDays, type Day } from '../core/day.ts';

/**
 * Whether a fact's words hold a value, digit for digit: `23 €` and `23.00 €` hold 23.00, `8 951` and `8,951` hold 8951. A last
 * day is held by the day after it too: what holds "from 2016-01-01" ended on 2015-12-31 for what came before.
 */
export function bearsOut(fact: string, unit: Unit, value: RateValue): boolean {
  if (typeof value === 'object') return value.every((end) => holds(fact, String(end)));
  if (typeof value === 'string') return [value, addDays(value, 1)].some((day) => holdsDay(fact, day));
  return unit === 'euro' ? holdsEuros(fact, value) : holds(fact, String(value));
}

/** Whether a fact's words hold an address or a number, however its parts are spaced and written. */
export function holdsWords(fact: string, words: string): boolean {
  return bare(fact).includes(bare(words));
}

/** The same of a value as a sentence says it, in any language: by its figures, of which it has at least one. */
export function holdsFigures(fact: string, said: string): boolean {
  const figures = said.match(/\d+(?:[.,]\d+)?/g) ?? [];
  return figures.length > 0 && figures.every((figure) => holds(fact, figure.replace(',', '.').replace(/\.00$/, '')));
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}@+]/gu, '');
}

function holdsEuros(fact: string, cents: number): boolean {
  const [euros, rest] = [Math.trunc(cents / 100), cents % 100];
  if (rest === 0) return holds(fact, String(euros), '(?:[.,]00)?');
  const decimals = String(rest).padStart(2, '0');
  return holds(fact, String(euros), `[.,]${decimals.replace(/0$/, '0?')}`);
}

/** The number by itself, not as a part of a longer one. */
function holds(fact: string, digits: string, decimals = ''): boolean {
  const [whole = '', rest] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '[\\s.,]?');
  const own = rest === undefined ? decimals : `[.,]${rest}`;
  return new RegExp(`(?<!\\d|\\d[.,])${grouped}${own}(?!\\d|[.,]\\d)`).test(fact);
}

function holdsDay(fact: string, day: Day): boolean {
  return fact.includes(day) || fact.includes(written.format(new Date(`${day}T00:00:00Z`)));
}

/** As the ledger writes a day in words: 8 March 2018. */
const written = new Intl.DateTimeFormat('en-150', { dateStyle: 'long', timeZone: 'UTC' });
