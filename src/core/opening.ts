import { addDays, type Day } from './day.ts';

/** When a desk is open: the periods of each weekday in minutes from midnight, and the days on which it is closed all the same. */
export type Opening = {
  /** By weekday, Monday first; a day without a period is closed. */
  readonly week: readonly (readonly Period[])[];
  readonly closed: readonly { readonly from: Day; readonly until: Day }[];
  /** Within how many open hours somebody answers. */
  readonly answersWithinHours: number;
};

export type Period = { readonly from: number; readonly until: number };

/** A day and a minute of it, as the desk's own clock shows them. */
export type Moment = { readonly day: Day; readonly minute: number };

export function isOpen(opening: Opening, { day, minute }: Moment): boolean {
  return periodsOn(opening, day).some(({ from, until }) => from <= minute && minute < until);
}

/**
 * By when somebody answers who is asked now: so many open hours later, rounded up to the half hour. Null where the desk does not
 * open for two months.
 */
export function answerBy(opening: Opening, asked: Moment): Moment | null {
  let left = opening.answersWithinHours * 60;
  for (let ahead = 0; ahead <= mostDaysAhead; ahead++) {
    const day = addDays(asked.day, ahead);
    for (const { from, until } of periodsOn(opening, day)) {
      const begins = ahead === 0 ? Math.max(from, asked.minute) : from;
      if (begins >= until) continue;
      if (left <= until - begins) return { day, minute: Math.min(until, halfHourAfter(begins + left)) };
      left -= until - begins;
    }
  }
  return null;
}

function periodsOn({ week, closed }: Opening, day: Day): readonly Period[] {
  if (closed.some(({ from, until }) => from <= day && day <= until)) return [];
  return week[weekdayOf(day)] ?? [];
}

/** Monday is 0. */
function weekdayOf(day: Day): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

function halfHourAfter(minute: number): number {
  return Math.ceil(minute / 30) * 30;
}

const mostDaysAhead = 62;
