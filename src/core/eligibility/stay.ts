import { addDays, addMonths, type Day } from '../day.ts';
import { thresholds, type Law } from './law.ts';
import { known, type StudentSituation } from './situation.ts';
import type { StayLength } from './dimensions.ts';

export type StayReading = {
  readonly length: StayLength | undefined;
  /** Three months to the day: long, but to be checked (C-13). */
  readonly atLimit: boolean;
  /** First day as far as known: the day of the decision otherwise. */
  readonly start: Day;
};

/** Dates win over a number of months. */
export function readStay(situation: StudentSituation, on: Day, law: Law): StayReading {
  const { shortStay } = thresholds(law);
  const from = known(situation.stayFrom);
  const until = known(situation.stayUntil);
  const months = known(situation.stayMonths);
  const start = from ?? on;
  const unsettled = { length: undefined, atLimit: false, start };
  if (until !== undefined && from !== undefined) return { ...byDates(from, until, shortStay), start };
  if (months !== undefined) {
    return { length: months < shortStay ? 'short' : 'long', atLimit: months === shortStay, start };
  }
  // Without its first day a stay is at least what remains of it: that may be enough to be long, never to be short.
  return until !== undefined && byDates(on, until, shortStay).length === 'long'
    ? { ...unsettled, length: 'long' }
    : unsettled;
}

/** The last day of the stay, when dates or months tell it. */
export function endOfStay(situation: StudentSituation, start: Day): Day | undefined {
  const months = known(situation.stayMonths);
  return known(situation.stayUntil) ?? (months === undefined ? undefined : addFractionalMonths(start, months));
}

/** Whole months in the calendar, the rest of a month in days of 30. */
function addFractionalMonths(from: Day, months: number): Day {
  const whole = Math.floor(months);
  return addDays(addMonths(from, whole), Math.round((months - whole) * 30));
}

function byDates(from: Day, until: Day, shortStay: number): { readonly length: StayLength; readonly atLimit: boolean } {
  const dayAfter = addDays(until, 1);
  const limit = addMonths(from, shortStay);
  return { length: dayAfter < limit ? 'short' : 'long', atLimit: dayAfter === limit };
}
