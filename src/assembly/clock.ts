import type { Day } from '../core/day.ts';
import { dayIn } from '../http/paris-day.ts';

/** The only clock that is read: everything else takes it as an argument. */
export function clock(): Date {
  return new Date();
}

/** The desk answers for the day that it is in France. */
export function dayOf(instant: Date): Day {
  return dayIn('Europe/Paris', instant);
}
