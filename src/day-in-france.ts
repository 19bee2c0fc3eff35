import { day, type Day } from './core/day.ts';
import type { Moment } from './core/opening.ts';

/** Where the desk stands: its days and hours are those of France. */
export const deskZone = 'Europe/Paris';

const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: deskZone, dateStyle: 'short' });

/** The calendar day of an instant in France: what "today" is for the desk. */
export function dayInFrance(instant: Date): Day {
  return day(calendar.format(instant));
}

/** What the desk's clock shows. */
export function momentInFrance(instant: Date): Moment {
  const { hour, minute } = Object.fromEntries(hands.formatToParts(instant).map(({ type, value }) => [type, value]));
  return { day: dayInFrance(instant), minute: Number(hour) * 60 + Number(minute) };
}

const hands = new Intl.DateTimeFormat('en-GB', {
  timeZone: deskZone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
