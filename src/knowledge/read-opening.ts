import type { Opening, Period } from '../core/opening.ts';
import { usualHours, weekdays } from './opening-schema.ts';
import type { DeskFile } from './schema.ts';

/** Opening hours as `desk.yaml` wrote them before they were data, in words a language. */
type Hours = Readonly<Record<string, string>>;

/**
 * What the words say of days and times: one run of days and one period, as "Monday to Friday, 9:00 to 17:00". Null where they say
 * anything else: nobody is told a time then.
 */
function readOpening(hours: Hours): Pick<Opening, 'week'> | null {
  for (const [language, text] of Object.entries(hours)) {
    const days = daysIn(text.toLowerCase(), language);
    const period = periodIn(text);
    if (days === null || period === null) continue;
    return { week: weekdays.map((_, at) => (at >= days.first && at <= days.last ? [period] : [])) };
  }
  return null;
}

/** When people of the desk answer; null where its words cannot be read. */
export function openingOf({ contact }: Pick<DeskFile, 'contact'>): Opening | null {
  const { opening, hours = {} } = contact;
  if (opening !== undefined) return opening;
  const read = readOpening(hours);
  return read === null ? null : { ...read, closed: [], answersWithinHours: usualHours };
}

/** Of text that was read so, what stands in the file from now on. */
export function openingWritten(hours: Hours): { readonly days: Readonly<Record<string, readonly string[]>> } | null {
  const read = readOpening(hours);
  if (read === null) return null;
  const named = read.week.flatMap((periods, at) =>
    periods.map(({ from, until }) => [weekdays[at] ?? '', [`${written(from)}-${written(until)}`]] as const),
  );
  return { days: Object.fromEntries(named) };
}

function daysIn(text: string, language: string): { readonly first: number; readonly last: number } | null {
  const named = namesOf(language)
    .map((name, at) => ({ at, where: name === '' ? -1 : text.indexOf(name) }))
    .filter(({ where }) => where >= 0)
    .sort((a, b) => a.where - b.where);
  const [first, last, ...more] = named;
  if (first === undefined || last === undefined || more.length > 0 || last.at <= first.at) return null;
  return { first: first.at, last: last.at };
}

/** "segunda" is how "segunda-feira" is said. */
function namesOf(language: string): readonly string[] {
  try {
    const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
    return weekdays.map((_, at) =>
      (
        format
          .format(Date.UTC(2024, 0, 1 + at))
          .toLowerCase()
          .split('-')[0] ?? ''
      ).trim(),
    );
  } catch {
    // No language that anybody knows: nothing is read in it.
    return [];
  }
}

function periodIn(text: string): Period | null {
  const times = [...text.matchAll(/(?<![\d:.])(\d{1,2})(?:\s?[h:.]\s?(\d{2})?)?(?!\d)/gi)].map(
    ([, hours = '', minutes = '0']) => Number(hours) * 60 + Number(minutes),
  );
  const [from, until, ...more] = times;
  if (from === undefined || until === undefined || more.length > 0) return null;
  return from < until && until <= 24 * 60 ? { from, until } : null;
}

function written(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
