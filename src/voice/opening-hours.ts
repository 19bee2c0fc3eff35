import type { Day } from '../core/day.ts';
import type { Moment, Opening, Period } from '../core/opening.ts';

/** "Monday – Friday 09:00–17:00", in a language's own way: written from the data, so that no language can say other hours. */
export function sayOpening({ week }: Pick<Opening, 'week'>, culture: string): string {
  const runs = runsOf(week);
  return runs
    .map(({ first, last, periods }) => `${sayDays(first, last, culture)} ${sayPeriods(periods, culture)}`)
    .join('; ');
}

/** "Friday, 27 November, 16:30". */
export function sayMoment({ day, minute }: Moment, culture: string): string {
  const date = formatted(culture, { weekday: 'long', day: 'numeric', month: 'long' }).format(noonOf(day));
  return plain(`${date}, ${timeIn(culture).format(atMinute(minute))}`);
}

type Run = { readonly first: number; readonly last: number; readonly periods: readonly Period[] };

/** Days that follow one another and are alike are said together. */
function runsOf(week: Opening['week']): readonly Run[] {
  return week.reduce<readonly Run[]>((runs, periods, at) => {
    if (periods.length === 0) return runs;
    const before = runs.at(-1);
    const goesOn = before !== undefined && before.last === at - 1 && alike(before.periods, periods);
    return goesOn ? [...runs.slice(0, -1), { ...before, last: at }] : [...runs, { first: at, last: at, periods }];
  }, []);
}

function alike(some: readonly Period[], others: readonly Period[]): boolean {
  return JSON.stringify(some) === JSON.stringify(others);
}

function sayDays(first: number, last: number, culture: string): string {
  const format = formatted(culture, { weekday: 'long' });
  return plain(first === last ? format.format(weekday(first)) : format.formatRange(weekday(first), weekday(last)));
}

function sayPeriods(periods: readonly Period[], culture: string): string {
  const format = timeIn(culture);
  return plain(periods.map(({ from, until }) => format.formatRange(atMinute(from), atMinute(until))).join(', '));
}

function timeIn(culture: string): Intl.DateTimeFormat {
  return formatted(culture, { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
}

/** Each is made once: making one takes a hundred times as long as using it. */
function formatted(culture: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${culture} ${Object.values(options).join(' ')}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(culture, { ...options, timeZone: 'UTC' });
  formats.set(key, format);
  return format;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** 2024 began on a Monday. */
function weekday(at: number): Date {
  return new Date(Date.UTC(2024, 0, 1 + at, 12));
}

/** Midnight at the end of a day is said as the last minute: a range over two days would name both. */
function atMinute(minute: number): Date {
  return new Date(Date.UTC(2024, 0, 1, 0, Math.min(minute, 24 * 60 - 1)));
}

function noonOf(day: Day): Date {
  return new Date(`${day}T12:00:00Z`);
}

function plain(text: string): string {
  return text.replace(/[\u00a0\u2009\u202f]/g, ' ');
}
