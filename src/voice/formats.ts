import type { RateValue, Unit } from '../core/dated.ts';
import type { Day } from '../core/day.ts';
import type { Cents } from '../core/money.ts';
import type { Writing } from './content.ts';

/** Says a phrase of the namespace `values` in the language of the formats. */
export type SayValue = (key: string, params?: Readonly<Record<string, string>>) => string;

/** How one language writes figures; spaces are ordinary ones, so that no reader's search misses `127,00 €`. */
export type Formats = {
  money(amount: Cents): string;
  /** `22 November 2026`. */
  date(day: Day): string;
  number(value: number): string;
  /** A country's name by its code; a code without one is said as it is. */
  country(code: string): string;
  /** A rate's value in its unit: `30 €`, `19.50 €`, `70%`, `3 to 6 months`, `22 December 2024`. */
  value(unit: Unit, value: RateValue): string;
  /** The value's digits alone: `30`, `70`, `3 to 6`. */
  bare(unit: Unit, value: RateValue): string;
};

/** By the language's culture, never by the name of a language; the phrases say where a currency or a range's word stands. */
export function formatsOf(writing: Writing, say: SayValue): Formats {
  const { culture, units, unitsJoined, unitsAlone, daysOfMonth } = writing;
  const useGrouping = writing.thousandsGrouped ? 'auto' : false;
  const amounts = new Intl.NumberFormat(culture, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    trailingZeroDisplay: 'stripIfInteger',
    useGrouping,
  });
  const numbers = new Intl.NumberFormat(culture, { useGrouping });
  const percents = new Intl.NumberFormat(culture, { style: 'percent', maximumFractionDigits: 2 });
  const dates = new Intl.DateTimeFormat(culture, { dateStyle: 'long', timeZone: 'UTC' });
  const plurals = new Intl.PluralRules(culture);
  const regions = new Intl.DisplayNames(culture, { type: 'region', fallback: 'code' });

  const amount = (cents: Cents) => ordinarySpaces(amounts.format(cents / 100));
  const number = (value: number) => ordinarySpaces(numbers.format(value));
  const date = remembered((day: Day) => {
    const parts = dates.formatToParts(new Date(`${day}T00:00:00Z`));
    return ordinarySpaces(
      parts.map(({ type, value }) => (type === 'day' ? (daysOfMonth[value] ?? value) : value)).join(''),
    );
  });
  const country = (code: string) => (/^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code);
  const single = (unit: Unit, value: Cents | number | Day): string => {
    if (typeof value === 'string') return date(value);
    return unit === 'euro' ? amount(value as Cents) : number(value);
  };
  const bare = (unit: Unit, value: RateValue): string =>
    typeof value === 'object'
      ? say('range', { from: single(unit, value[0]), to: single(unit, value[1]) })
      : single(unit, value);
  const inUnit = (unit: Unit, value: RateValue): string => {
    if (unit === 'euro') return say('money', { amount: bare(unit, value) });
    if (unit === 'percent' && typeof value === 'number') return ordinarySpaces(percents.format(value / 100));
    if (unit === 'percent') return ordinarySpaces(percents.format(1)).replace(/\d+/, bare(unit, value));
    // A folder of before counts ages in years.
    const names = units[unit] ?? (unit === 'age' ? units['years'] : undefined);
    if (names === undefined || typeof value === 'string') return bare(unit, value);
    const category = plurals.select(typeof value === 'object' ? value[1] : value);
    const name = formOf(names, category);
    if (typeof value === 'number' && unitsAlone.includes(category)) return name;
    return [bare(unit, value), name].join(unitsJoined ? '' : ' ');
  };
  return { money: (cents) => say('money', { amount: amount(cents) }), date, number, country, value: inUnit, bare };
}

/** The days of our figures and documents are few, and said again and again. */
function remembered(write: (day: Day) => string): (day: Day) => string {
  const known = new Map<Day, string>();
  return (day) => {
    const written = known.get(day) ?? write(day);
    if (known.size >= mostDays) known.clear();
    known.set(day, written);
    return written;
  };
}

const mostDays = 1_000;

function formOf(names: Writing['units'][string], category: Intl.LDMLPluralRule): string {
  if (isPair(names)) return category === 'one' ? names[0] : names[1];
  return names[category] ?? names['other'] ?? '';
}

function isPair(names: Writing['units'][string]): names is readonly [string, string] {
  return Array.isArray(names);
}

function ordinarySpaces(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}
