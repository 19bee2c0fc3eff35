import type { Day } from '../core/day.ts';
import { dayIn, type Said } from './calendar.ts';

/** `2026-09-01`, `1/9/2026`, `1.9.26`, `12/11`, `09/2026`, `2026-09`: the year first is read everywhere, else in the language's order. */
export function figuresOf(text: string, order: 'day-first' | 'month-first', on: Day): Said | null {
  const parts = text.split(/[-/. ]+/).filter(Boolean);
  const numbers = parts.map(Number);
  if (parts.length === 2) return twoNumbers(parts, order);
  const [a = 0, b = 0, c = 0] = numbers;
  if (parts[0]?.length === 4) return dated(a, b, c);
  const year = fullYear(c, parts[2]?.length ?? 0, on);
  return dated(year, ...dayAndMonth(a, b, order));
}

function twoNumbers(parts: readonly string[], order: 'day-first' | 'month-first'): Said | null {
  const [a = 0, b = 0] = parts.map(Number);
  if (parts[0]?.length === 4) return { kind: 'month', year: a, month: b, part: null };
  if (parts[1]?.length === 4) return a >= 1 && a <= 12 ? { kind: 'month', year: b, month: a, part: null } : null;
  // "07/27" in a language that says the day first: July 2027.
  if (order === 'day-first' && a <= 12 && b >= 20 && parts[1]?.length === 2)
    return { kind: 'month', year: 2000 + b, month: a, part: null };
  const [month, day] = dayAndMonth(a, b, order);
  // A leap year, so that 29/02 is a day.
  return dayIn(2024, month, day) === null ? null : { kind: 'day', year: null, month, day };
}

/** Thirteen is no month: it is the day, whatever the order. */
function dayAndMonth(a: number, b: number, order: 'day-first' | 'month-first'): [month: number, day: number] {
  if (b > 12) return [a, b];
  if (a > 12) return [b, a];
  return order === 'day-first' ? [b, a] : [a, b];
}

function dated(year: number, month: number, day: number): Said | null {
  return dayIn(year, month, day) === null ? null : { kind: 'day', year, month, day };
}

/** `04` is 2004, `98` is 1998: no stay and no birthday lies further off than ten years from now. */
function fullYear(year: number, figures: number, on: Day): number {
  if (figures !== 2) return year;
  const soon = (Number(on.slice(0, 4)) % 100) + 10;
  return year <= soon ? 2000 + year : 1900 + year;
}
