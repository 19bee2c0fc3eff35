import ical from 'ical-generator';
import { addDays, type Day } from '../../core/day.ts';
import type { Entry, Say } from './endpoint.ts';

/** An iCalendar file (RFC 5545) with one whole-day entry; its end is the day after the last, as the format has it. */
export function calendarOf(
  entry: Entry,
  { say, language, now }: { readonly say: Say; readonly language: string; readonly now: Date },
): string {
  const calendar = ical({ prodId: { company: 'Guichet', product: 'API', language: language.toUpperCase() } });
  calendar.createEvent({
    id: `${entry.id}@guichet`,
    stamp: now,
    start: midnight(entry.from),
    end: midnight(addDays(entry.to, 1)),
    allDay: true,
    summary: say(entry.summary),
    description: entry.description,
  });
  return calendar.toString();
}

/** The library writes whole days from the UTC date. */
function midnight(on: Day): Date {
  return new Date(`${on}T00:00:00Z`);
}
