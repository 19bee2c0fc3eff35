import { addDays, addMonths, day, daysBetween, parseDay, type Day } from '../core/day.ts';

/** A date as it was said. Without a year, which one is meant is decided where its role is known. */
export type Said =
  | { readonly kind: 'day'; readonly year: number | null; readonly month: number; readonly day: number }
  | { readonly kind: 'month'; readonly year: number | null; readonly month: number; readonly part: PartOfMonth | null }
  | { readonly kind: 'easter'; readonly year: number | null }
  | {
      readonly kind: 'weekday';
      readonly weekday: number;
      readonly which: 'next' | 'last' | null;
      /** The day of its month: "Friday the 27th". */
      readonly day?: number;
      /** Weeks from this one: "Tuesday of last week". */
      readonly week?: number;
    }
  | {
      readonly kind: 'nth-weekday';
      readonly year: number | null;
      readonly month: number;
      readonly weekday: number;
      /** -1 is the last. */
      readonly nth: number;
    }
  | { readonly kind: 'fixed'; readonly day: Day }
  /** So long after a day that is named beside it, or before it; with a weekday, the first such day from there on, or back. */
  | {
      readonly kind: 'shifted';
      readonly from: Said;
      readonly months: number;
      readonly days: number;
      readonly weekday?: number;
    }
  | { readonly kind: 'year'; readonly year: number };
export type PartOfMonth = 'start' | 'middle' | 'end';

export type Direction = 'past' | 'future' | 'near';
/** The first and the last day that a date may mean. */
export type Days = { readonly first: Day; readonly last: Day };

/** The nearest sensible year: the last one for what is past, the next one for what is to come. Null for no such day. */
export function daysOf(said: Said, direction: Direction, on: Day): Days | null {
  if (said.kind === 'fixed') return { first: said.day, last: said.day };
  if (said.kind === 'shifted') return shifted(said, direction, on);
  if (said.kind === 'weekday') return weekdayOf(said, direction, on);
  if (said.year !== null) return inYear(said, said.year);
  const year = Number(on.slice(0, 4));
  const possible = [year - 1, year, year + 1, year + 2].flatMap((candidate) => inYear(said, candidate) ?? []);
  return nearest(possible, direction, on);
}

/** @param possible in their order */
function nearest(possible: readonly Days[], direction: Direction, on: Day): Days | null {
  switch (direction) {
    case 'past':
      return possible.findLast(({ first }) => first <= on) ?? null;
    case 'future':
      return possible.find(({ last }) => last >= on) ?? null;
    case 'near':
      return possible.toSorted((a, b) => distance(a, on) - distance(b, on))[0] ?? null;
  }
}

function shifted(
  { from, months, days, weekday }: Extract<Said, { readonly kind: 'shifted' }>,
  direction: Direction,
  on: Day,
): Days | null {
  const move = (date: Day) => toWeekday(addDays(addMonths(date, months), days), weekday, days < 0);
  // "A week after this Friday" is counted from the next one.
  // "Came in September, leave ten months later": the day that is counted from may lie on the other side of today.
  const sides =
    from.kind === 'weekday' && direction === 'future' ? (['future'] as const) : (['past', 'future'] as const);
  const moved = sides
    .flatMap((side) => daysOf(from, side, on) ?? [])
    .map(({ first, last }) => ({
      first: move(first),
      last: move(last),
    }));
  return nearest(moved, direction, on);
}

/** "The Monday after Easter", "the Friday before Christmas". */
function toWeekday(date: Day, weekday: number | undefined, back: boolean): Day {
  if (weekday === undefined) return date;
  const ahead = (weekday - 1 - weekdayNumber(date) + week) % week;
  return addDays(date, back && ahead > 0 ? ahead - week : ahead);
}

function distance({ first, last }: Days, on: Day): number {
  return Math.min(Math.abs(daysBetween(on, first)), Math.abs(daysBetween(on, last)));
}

function inYear(said: Extract<Said, { readonly year: number | null }>, year: number): Days | null {
  switch (said.kind) {
    case 'day':
      return sameDay(dayIn(year, said.month, said.day));
    case 'month':
      return monthIn(year, said.month, said.part);
    case 'nth-weekday':
      return nthWeekdayIn(year, said);
    case 'easter':
      return sameDay(easterOf(year));
    case 'year':
      return { first: day(`${year}-01-01`), last: day(`${year}-12-31`) };
  }
}

function sameDay(date: Day | null): Days | null {
  return date === null ? null : { first: date, last: date };
}

/** "Early June" is its first ten days, "mid June" its fifteenth, "the end of June" its last week. */
function monthIn(year: number, month: number, part: PartOfMonth | null): Days | null {
  const first = dayIn(year, month, 1);
  if (first === null) return null;
  const last = addDays(addMonths(first, 1), -1);
  if (part === 'start') return { first, last: addDays(first, 9) };
  if (part === 'middle') return sameDay(addDays(first, 14));
  return part === 'end' ? { first: addDays(last, -6), last } : { first, last };
}

export function dayIn(year: number, month: number, dayOfMonth: number): Day | null {
  const two = (number: number) => String(number).padStart(2, '0');
  return parseDay(`${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`);
}

/** "The first Monday of September". */
function nthWeekdayIn(
  year: number,
  { month, weekday, nth }: Extract<Said, { readonly kind: 'nth-weekday' }>,
): Days | null {
  const first = dayIn(year, month, 1);
  if (first === null) return null;
  if (nth < 0) return sameDay(toWeekday(addDays(addMonths(first, 1), -1), weekday, true));
  const ahead = (weekday - 1 - weekdayNumber(first) + week) % week;
  return sameDay(dayIn(year, month, 1 + ahead + (nth - 1) * week));
}

/** Monday is 0. */
function weekdayNumber(date: Day): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % week;
}

const week = 7;

function weekdayOf(
  { weekday, which, day: ofMonth, week: weeks }: Extract<Said, { readonly kind: 'weekday' }>,
  direction: Direction,
  on: Day,
): Days | null {
  if (ofMonth !== undefined) return weekdayOn(weekday, ofMonth, direction, on);
  if (weeks !== undefined) return sameDay(addDays(on, weeks * week + weekday - 1 - weekdayNumber(on)));
  const ahead = (weekday - 1 - weekdayNumber(on) + week) % week || week;
  const past = which === 'last' || (which === null && direction === 'past');
  const date = addDays(on, past ? ahead - week || -week : ahead);
  return { first: date, last: date };
}

/** "Friday the 27th": the nearest month in which that day is a Friday. */
function weekdayOn(weekday: number, ofMonth: number, direction: Direction, on: Day): Days | null {
  const possible = Array.from({ length: 2 * monthsAround + 1 }, (_, at) => {
    const [year = 0, month = 0] = addMonths(on, at - monthsAround)
      .split('-')
      .map(Number);
    return dayIn(year, month, ofMonth);
  }).flatMap((date) => (date !== null && weekdayNumber(date) === weekday - 1 ? [{ first: date, last: date }] : []));
  return nearest(possible, direction, on);
}

/** Every day of a month is every day of the week within so many months. */
const monthsAround = 14;

/** Anonymous Gregorian computus, as J. Meeus gives it (Astronomical Algorithms, chapter 8). */
function easterOf(year: number): Day | null {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return dayIn(year, Math.floor(sum / 31), (sum % 31) + 1);
}
