import { wholeYearsBetween, type Day } from '../../core/day.ts';
import { pastFillers } from './announced-number.ts';
import { dateAt, type DateFound, type Months } from './dates-written.ts';
import type { FindCues } from './find-cues.ts';
import type { Word } from './read-words.ts';

type BirthWords = {
  readonly cues: FindCues<'born' | 'bornAfter'>;
  readonly words: (text: string) => readonly Word[];
  readonly beforeDate: ReadonlySet<string>;
  readonly months: Months;
};

/** Days of birth that a text tells, with the words that tell them: "born on 14 March 2003", "am 14.3.2003 geboren". */
export function birthDates(text: string, words: BirthWords, on: Day): readonly DateFound[] {
  return [
    ...words.cues(text, 'born').flatMap(({ end }) => dateAfter(text, end, words, on) ?? []),
    ...words.cues(text, 'bornAfter').flatMap(({ start }) => dateBefore(text, start, words, on) ?? []),
  ];
}

/** In an answer to a form each date is one of birth that could be a student's. */
export function datesOfBirth(text: string, { words, months }: BirthWords, on: Day): readonly DateFound[] {
  return words(text).flatMap(({ start }) => {
    const date = dateAt(text, start, months, on);
    if (date === null || isOfNumber(text, date)) return [];
    return ageOn(date, on) >= youngest && ageOn(date, on) <= oldest ? [date] : [];
  });
}

/** "06 12 34 56 78": pairs among pairs are a telephone number's, and no 6 December 1934. */
function isOfNumber(text: string, { start, end }: DateFound): boolean {
  const isInPairs = /^\d{1,2}([ ./-])\d{2}\1\d{2}$/.test(text.slice(start, end));
  return isInPairs && (/^[ ./-]\d{2}(?!\d)/.test(text.slice(end)) || /\d[ ./-]$/.test(text.slice(0, start)));
}

export function ageOn({ day }: DateFound, on: Day): number {
  return wholeYearsBetween(day, on);
}

function dateAfter(text: string, from: number, { beforeDate, months, words }: BirthWords, on: Day): DateFound | null {
  const next = dateAt(text, pastFillers(text, from, beforeDate), months, on);
  if (next !== null) return isPast(next, on) ? next : null;
  // "born in Hanoi on 14 March 2003", but not "born in Hanoi, I come on 1 September 2026".
  const near = startsBetween(words(text), from, from + farthest);
  return (
    near.map((at) => dateAt(text, at, months, on)).find((date) => date !== null && ageOn(date, on) >= youngest) ?? null
  );
}

function dateBefore(text: string, until: number, { months, words }: BirthWords, on: Day): DateFound | null {
  const near = startsBetween(words(text), until - longestDate, until);
  const dates = near.map((at) => dateAt(text, at, months, on));
  return (
    dates.find((date) => date !== null && isPast(date, on) && /^[\s,]{0,3}$/.test(text.slice(date.end, until))) ?? null
  );
}

function isPast(date: DateFound, on: Day): boolean {
  return date.day <= on && ageOn(date, on) <= oldest;
}

function startsBetween(words: readonly Word[], from: number, until: number): readonly number[] {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const starts: number[] = [];
  for (let at = low; at < words.length && (words[at]?.start ?? until) < until; at++) starts.push(words[at]?.start ?? 0);
  return starts;
}

const youngest = 14;
const oldest = 120;
/** In characters: as far as a place of birth is long. */
const farthest = 40;
const longestDate = 30;
