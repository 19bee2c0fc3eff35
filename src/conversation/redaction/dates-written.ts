import { parseDay, type Day } from '../../core/day.ts';
import { plainWord } from './read-words.ts';
import type { Found } from './shape.ts';

/** The names of the months, January first; each in every spelling, of every language. */
export type Months = ReadonlyMap<string, number>;

export type DateFound = Found & { readonly day: Day };

/** The date that stands at `from`, or null. A year in two figures is the last such that is not after `on`. */
export function dateAt(text: string, from: number, months: Months, on: Day): DateFound | null {
  for (const { pattern, read } of forms) {
    pattern.lastIndex = from;
    const found = pattern.exec(text);
    const day = found === null ? null : dayOf(read(found.groups ?? {}, months), on);
    if (found !== null && day !== null) return { start: from, end: from + found[0].length, day };
  }
  return null;
}

type Parts = { readonly year: string; readonly month: number; readonly day: number };

/** Days first, as everywhere but in the United States; where that is no date, months first. */
function dayOf({ year, month, day }: Parts, on: Day): Day | null {
  const [first, second] = month > 12 && day <= 12 ? [day, month] : [month, day];
  const written = `${fullYear(year, on)}-${String(first).padStart(2, '0')}-${String(second).padStart(2, '0')}`;
  return parseDay(written);
}

function fullYear(year: string, on: Day): string {
  if (year.length === 4) return year;
  const century = Number(year) > Number(on.slice(2, 4)) ? 19 : 20;
  return `${century}${year}`;
}

type Form = {
  readonly pattern: RegExp;
  readonly read: (groups: Readonly<Record<string, string | undefined>>, months: Months) => Parts;
};

const year = String.raw`(?<year>(?:19|20)\d\d|'?\d\d)(?!\d)`;
const monthName = String.raw`(?<name>[\p{L}\p{M}]{3,12}(?: [\p{L}\p{M}]{3,8})?)\.?`;
const of = String.raw`(?: (?:of|de|del|di|du))?`;
const inFigures: Form['read'] = ({ year = '', month, day }) => ({
  year: year.replace("'", ''),
  month: Number(month),
  day: Number(day),
});
const inWords: Form['read'] = ({ year = '', name = '', day }, months) => ({
  year: year.replace("'", ''),
  month: months.get(plainWord(name)) ?? months.get(plainWord(name.split(' ')[0] ?? '')) ?? 0,
  day: Number(day),
});

const forms: readonly Form[] = [
  // 2001-05-14, 2001年5月14日
  {
    pattern:
      /(?<year>(?:19|20)\d\d)(?:[-/. ]|\s?年\s?)(?<month>\d{1,2})(?:[-/. ]|\s?月\s?)(?<day>\d{1,2})(?!\d)(?:\s?[日号號])?/uy,
    read: inFigures,
  },
  // 14/05/2001
  {
    pattern: new RegExp(String.raw`(?<day>\d{1,2})(?<by>[-/. ]|\. )(?<month>\d{1,2})\k<by>${year}`, 'uy'),
    read: inFigures,
  },
  // 14 May 2001, 14. Mai 2001, 14 de mayo de 2001
  {
    pattern: new RegExp(
      String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|er|\.|[ºª°])?${of}[ -]${monthName}${of},?[ -]${year}`,
      'iuy',
    ),
    read: inWords,
  },
  // May 14th, 2001
  {
    pattern: new RegExp(String.raw`${monthName}[ -](?<day>\d{1,2})(?:st|nd|rd|th)?,?[ -]${year}`, 'iuy'),
    read: inWords,
  },
];
