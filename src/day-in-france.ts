import { day, type Day } from './core/day.ts';

/** Where the desk stands: its days and hours are those of France. */
export const deskZone = 'Europe/Paris';

const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: deskZone, dateStyle: 'short' });

/** The calendar day of an instant in France: what "today" is for the desk. */
export function dayInFrance(instant: Date): Day {
  return day(calendar.format(instant));
}
