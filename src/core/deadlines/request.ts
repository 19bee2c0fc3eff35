import type { z } from 'zod';
import { dayField, objectOf, oneOf } from '../fields.ts';
import { accepts, parseWith, type Parsed } from '../parse.ts';

export const deadlineKinds = [
  'cover-start',
  'certificate',
  'rc-end',
  'rc-letter',
  'cmu-request',
  'cmu-decision',
  'final-number',
  'temporary-number-end',
  'ehic-gap',
  'register',
] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

/** One question of "when", and the day that it counts from. */
export const deadlineSchema = objectOf({
  about: oneOf(deadlineKinds),
  from: dayField.optional(),
  ehicUntil: dayField.optional(),
  stayUntil: dayField.optional(),
})
  .refine(({ about, from, ehicUntil }) => from !== undefined || (about === 'ehic-gap' && ehicUntil !== undefined), {
    ...accepts('api:accepted.day'),
    path: ['from'],
  })
  .refine(({ about, stayUntil }) => about !== 'ehic-gap' || stayUntil !== undefined, {
    ...accepts('api:accepted.day'),
    path: ['stayUntil'],
  });

export type DeadlineRequest = z.output<typeof deadlineSchema>;

export function parseDeadline(input: unknown): Parsed<DeadlineRequest> {
  return parseWith(deadlineSchema, input);
}
