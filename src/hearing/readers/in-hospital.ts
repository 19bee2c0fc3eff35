import { addDays, type Day } from '../../core/day.ts';
import { daysOf } from '../calendar.ts';
import type { Candidate } from '../candidates.ts';
import type { DateSaid } from '../dates.ts';
import type { Span } from '../lexicon.ts';
import { overlap } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { cueBefore, isDeniedBefore, roleOf } from '../roles.ts';
import { isBirthday } from './age.ts';
import { isPlanned } from './planned.ts';

/** From when to when: n days are counted with both ends, n nights have a day more. */
export function hospitalDaysTold(listening: Listening): readonly Candidate[] {
  const { scene } = listening;
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

function at(span: Span | null, field: string, value: Day | undefined): Candidate[] {
  return span === null || value === undefined ? [] : [{ from: span.from, to: span.to, field, value, cue: 'full' }];
}

/** The first day is the one that is no end; with nothing said, the day asked for. */
function endsOf(listening: Listening): { readonly first: DateSaid | null; readonly last: DateSaid | null } {
  const { scene, dates, lengths, asked } = listening;
  const own = dates.filter(
    (date) =>
      !isBirthday(listening, date) &&
      !isDeniedBefore(scene, date, 2) &&
      (date.said.kind === 'fixed' || !lengths.some((length) => overlap(length, date))) &&
      roleOf(scene, date, ['document', 'billed']) === null,
  );
  const paired = own.find(({ pair }) => pair !== null);
  const days = own.filter(({ said }) => said.kind !== 'month');
  const told = paired === undefined ? days : own.filter(({ pair }) => pair !== null);
  const isEnd = (date: DateSaid) => date.edge === 'until' || cueBefore(scene, date, 'role.out', 2) !== null;
  const last = told.find(isEnd) ?? (asked === 'until' ? (told.at(-1) ?? null) : null);
  const begins = told.filter((date) => date !== last && !isEnd(date));
  const first = begins.find(({ edge }) => edge === 'from') ?? begins[0] ?? null;
  return { first, last };
}

type Counted = Span & { readonly days: number; readonly cue: 'full' | 'asked' };

/** "4 nights in hospital after an accident" are no nights later. */
const beside = 1;

function countedDays({ scene, lengths, dates, asked, bare }: Listening): Counted | null {
  const length = lengths.find(
    (said) =>
      (said.unit === 'day' || said.unit === 'night' || said.unit === 'week') &&
      !said.article &&
      !dates.some((date) => overlap(date, said)) &&
      (roleOf(scene, said, ['other'])?.distance ?? Infinity) > beside,
  );
  if (length !== undefined) {
    const days = length.amount * (length.unit === 'week' ? 7 : 1) + (length.unit === 'night' ? 1 : 0);
    return Number.isInteger(days) ? { from: length.from, to: length.to, days, cue: 'full' } : null;
  }
  const number = asked === 'days' ? bare[0] : undefined;
  return number === undefined || !Number.isInteger(number.value)
    ? null
    : { from: number.from, to: number.to, days: number.value, cue: 'asked' };
}
