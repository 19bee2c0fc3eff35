import { day, type Day } from '../core/day.ts';

/** The calendar day of an instant in a time zone (`Europe/Paris`): what "today" is for the desk. */
export function dayIn(zone: string, instant: Date): Day {
  return day(new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(instant));
}
