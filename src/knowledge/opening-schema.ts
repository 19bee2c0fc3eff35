import { z } from 'zod';
import type { Opening, Period } from '../core/opening.ts';
import { DayField } from './day-field.ts';

/** Of an opening day: who asks in the morning is answered in the afternoon. */
export const usualHours = 4;

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const PeriodField = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'from and until, quoted: "09:00-17:00"')
  .transform((text): Period => {
    const [from = 0, until = 0] = text.split('-').map(minutesIn);
    return { from, until };
  })
  .refine(({ from, until }) => from < until, 'it ends before it begins');

/** `opening` of `knowledge/desk.yaml`: when people of the desk answer. */
export const OpeningField = z
  .strictObject({
    /** A weekday that is not named is closed. */
    days: z.partialRecord(z.enum(weekdays), z.array(PeriodField).min(1)),
    /** Days on which nobody is there all the same: one, or from a day until a day. */
    closed: z.array(z.union([DayField, z.strictObject({ from: DayField, until: DayField })])).default([]),
    /** Within how many open hours somebody answers: the time that students are told. */
    answersWithinHours: z.number().positive().max(200).default(usualHours),
  })
  .transform(({ days, closed, answersWithinHours }): Opening => ({
    week: weekdays.map((weekday) => [...(days[weekday] ?? [])].sort((a, b) => a.from - b.from)),
    closed: closed.map((one) => (typeof one === 'string' ? { from: one, until: one } : one)),
    answersWithinHours,
  }));

function minutesIn(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
