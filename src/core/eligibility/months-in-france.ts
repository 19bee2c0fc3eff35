import { addMonths, type Day } from '../day.ts';
import { thresholds, type Law } from './law.ts';
import { known, type StudentSituation } from './situation.ts';
import type { Value } from './dimensions.ts';

/** Months elapsed on the day, counted from the first day of the stay when not told; three to the day count as three. */
export function monthsBand(situation: StudentSituation, on: Day, law: Law): Value<'monthsInFrance'> | undefined {
  const months = known(situation.monthsInFrance);
  if (months !== undefined) return months >= thresholds(law).residenceWait ? '3-and-over' : 'under-3';
  const from = known(situation.stayFrom);
  return from === undefined ? undefined : sinceArrival(from, on, law);
}

export function sinceArrival(from: Day, on: Day, law: Law): Value<'monthsInFrance'> {
  return addMonths(from, thresholds(law).residenceWait) <= on ? '3-and-over' : 'under-3';
}
