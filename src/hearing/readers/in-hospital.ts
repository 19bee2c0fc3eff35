import { addDays, type Day } from '../../core/day.ts';
import { daysOf } from '../calendar.ts';
import type { Candidate } from '../candidates.ts';
import type { DateSaid } from '../dates.ts';
import type { Span } from '../lexicon.ts';
import { overlap } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { inside } from '../polarity.ts';
import { cueBefore, isDeniedBefore, roleOf } from '../roles.ts';
import { partAround } from '../scene.ts';
import { isBirthday } from './birthday.ts';
import { isByItself } from './by-itself.ts';
import { isCorrectedDate } from './corrected-date.ts';
import { isLater } from '../shifts.ts';
import { personAt } from '../whose.ts';
import { isPlanned, mayBePlanned } from './planned.ts';

/** From when to when: n days are counted with both ends, n nights have a day more. */
export function hospitalDaysTold(all: Listening): readonly Candidate[] {
  const { scene } = all;
  // "The check-up is on 12 December".
  const dates = all.dates.filter((date) => date.pair !== null || !(mayBePlanned(all, date) || isNotYet(all, date)));
  const listening = dates.length === all.dates.length ? all : { ...all, dates };
  const { first, last } = endsOf(listening);
  const planned = [first, last].some((date) => date !== null && isPlanned(listening, date));
  const until = last === null ? undefined : daysOf(last.said, planned ? 'future' : 'past', scene.on)?.first;
  const from =
    first === null
      ? undefined
      : daysOf(first.said, planned && until === undefined ? 'future' : 'past', until ?? scene.on)?.first;
  const counted = countedDays(listening);
  const ends = [...at(first, 'on', from), ...at(last, 'until', until)];
  if (counted === null || until !== undefined) return ends;
  return from === undefined
    ? [{ from: counted.from, to: counted.to, field: 'days', value: counted.days, cue: counted.cue }]
    : [...ends, ...at(counted, 'until', addDays(from, Math.max(0, counted.days - 1)))];
}

/** "They keep me, perhaps until Tuesday": of who is not out yet no day is told, unless it is planned. */
function isNotYet(listening: Listening, date: DateSaid): boolean {
  const { scene, asked } = listening;
  if (asked !== 'until' || isPlanned(listening, date)) return false;
  const may = inside(scene, 'answer.maybe', partAround(scene, date.from)).length > 0;
  const isOpen = ['role.stillIn.around', 'answer.undecided', 'answer.unknown'].some(
    (name) => scene.marks.of(name).length > 0,
  );
  return may || (isOpen && date.said.kind !== 'fixed');
}

function at(span: Span | null, field: string, value: Day | undefined): Candidate[] {
  return span === null || value === undefined ? [] : [{ from: span.from, to: span.to, field, value, cue: 'full' }];
}

/** The first day is the one that is no end; with nothing said, the day asked for. */
function endsOf(listening: Listening): { readonly first: DateSaid | null; readonly last: DateSaid | null } {
  const { scene, dates, lengths, asked } = listening;
  const days = dates.filter(
    (date) =>
      !isFromToday(listening, date) &&
      !isBirthday(listening, date) &&
      !isDeniedBefore(scene, date, 2) &&
      (fromLengths.has(date.said.kind) || !lengths.some((length) => overlap(length, date))) &&
      roleOf(scene, date, ['document', 'billed']) === null,
  );
  // "My mother was in from the 1st to the 5th; me from the 6th to the 9th".
  const mine = days.filter((date) => personAt(listening.persons, date) === 'student');
  const own = (mine.length > 0 ? mine : days).filter((date, at, all) => !isCorrectedDate(scene, date, all[at + 1]));
  const paired = own.find(({ pair }) => pair !== null);
  const single = own.filter(({ said }) => said.kind !== 'month');
  const told = paired === undefined ? single : own.filter(({ pair }) => pair !== null);
  const isEnd = (date: DateSaid) => date.edge === 'until' || cueBefore(scene, date, 'role.out', 2) !== null;
  const last = told.find(isEnd) ?? (asked === 'until' ? (told.at(-1) ?? null) : null);
  const begins = told.filter((date) => date !== last && !isEnd(date));
  const first = begins.find(({ edge }) => edge === 'from') ?? begins[0] ?? null;
  return { first, last };
}

/** Asked until when, "three days later" counts from the day of entry, and "the next day" is none from today. */
function isFromToday({ scene, lengths, asked }: Listening, date: DateSaid): boolean {
  if (asked !== 'until' || date.said.kind !== 'fixed') return false;
  const next = scene.marks.of('shift.day.1').some((mark) => overlap(mark, date));
  return next || lengths.some((length) => overlap(length, date) && isLater(scene, length));
}

/** Dates that may be made of a length. */
const fromLengths: ReadonlySet<string> = new Set(['fixed', 'shifted']);

type Counted = Span & { readonly days: number; readonly cue: 'full' | 'asked' };

/** "4 nights in hospital after an accident" are no nights later. */
const beside = 1;

function countedDays(listening: Listening): Counted | null {
  const { scene, lengths, dates, asked, bare } = listening;
  const length = lengths.find(
    (said) =>
      (said.unit === 'day' || said.unit === 'night' || said.unit === 'week') &&
      !dates.some((date) => overlap(date, said) && !isFromToday(listening, date)) &&
      (isLater(scene, said) || (!said.article && (roleOf(scene, said, ['other'])?.distance ?? Infinity) > beside)),
  );
  if (length !== undefined) {
    // Three nights, and the third day after, have a day more.
    const more = length.unit === 'night' || isLater(scene, length) ? 1 : 0;
    const days = length.amount * (length.unit === 'week' ? 7 : 1) + more;
    return Number.isInteger(days) ? { from: length.from, to: length.to, days, cue: 'full' } : null;
  }
  const next = asked === 'until' ? scene.marks.of('shift.day.1')[0] : undefined;
  if (next !== undefined && dates.every((date) => overlap(date, next)))
    return { from: next.from, to: next.to, days: 2, cue: 'asked' };
  const number = asked === 'days' ? bare.find((one) => isByItself(listening, one)) : undefined;
  return number === undefined || !Number.isInteger(number.value)
    ? null
    : { from: number.from, to: number.to, days: number.value, cue: 'asked' };
}
