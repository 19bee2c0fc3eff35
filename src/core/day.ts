/** A calendar day `YYYY-MM-DD`, without a time or a zone. Days compare as strings. */
export type Day = string & { readonly unit: 'day' };

/** Null for anything that is not a day of the Gregorian calendar, `2026-02-30` included. */
export function parseDay(text: string): Day | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? (text as Day) : null;
}

/** For days that the program itself writes down. @throws RangeError when it is no day. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new RangeError(`Not a day: ${text}`);
  return parsed;
}

export function addDays(from: Day, days: number): Day {
  return fromParts(year(from), month(from), dayOfMonth(from) + days);
}

/** The same day `months` later; the last day of the month when that one is shorter (31 January + 1 → 28 February). */
export function addMonths(from: Day, months: number): Day {
  const lastOfMonth = dayOfMonth(fromParts(year(from), month(from) + months + 1, 0));
  return fromParts(year(from), month(from) + months, Math.min(dayOfMonth(from), lastOfMonth));
}

/**
 * The last day of a term of whole months that begins on `from`: the eve of the same day of the month, or the last day of a
 * month that is too short to have it (23 November + 3 → 22 February; 31 January + 1 → 28 February).
 */
export function lastDayOfTerm(from: Day, months: number): Day {
  const lastOfMonth = fromParts(year(from), month(from) + months + 1, 0);
  return earliest(fromParts(year(from), month(from) + months, dayOfMonth(from) - 1), lastOfMonth);
}

/** Days from `from` until `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** Completed years from `from` to `to`; someone born on 29 February has their birthday on 1 March in other years. */
export function wholeYearsBetween(from: Day, to: Day): number {
  const years = year(to) - year(from);
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

/** The academic year of a day, 1 September to 31 August, by its first day. */
export function academicYearStart(on: Day): Day {
  return fromParts(month(on) >= 9 ? year(on) : year(on) - 1, 9, 1);
}

export function academicYearEnd(on: Day): Day {
  return addDays(addMonths(academicYearStart(on), 12), -1);
}

/** The first day with this month and day of month on or after `on`. */
export function nextOnOrAfter(on: Day, monthOfYear: number, dayInMonth: number): Day {
  const thisYear = fromParts(year(on), monthOfYear, dayInMonth);
  return thisYear >= on ? thisYear : fromParts(year(on) + 1, monthOfYear, dayInMonth);
}

export function earliest(a: Day, b: Day): Day {
  return a <= b ? a : b;
}

function fromParts(years: number, months: number, days: number): Day {
  return new Date(Date.UTC(years, months - 1, days)).toISOString().slice(0, 10) as Day;
}

function year(on: Day): number {
  return Number(on.slice(0, 4));
}

function month(on: Day): number {
  return Number(on.slice(5, 7));
}

function dayOfMonth(on: Day): number {
  return Number(on.slice(8, 10));
}
