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
  'ehic-gap',
  'register',
] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

/** One question of "when", and the day that it counts from. */
export const deadlineSchema = objectOf({
  about: oneOf(deadlineKinds),
  from: dayField
    .meta({
      description:
        'cover-start, certificate: payment. rc-end: purchase. rc-letter: any day. cmu-request, cmu-decision: arrival in France. ' +
        'final-number: registration online. ehic-gap: the last day of the card. register: enrolment or arrival.',
    })
    .optional(),
  ehicUntil: dayField.meta({ description: 'ehic-gap only: another name for `from`.' }).optional(),
  stayUntil: dayField.meta({ description: 'ehic-gap only, and needed there: the last day of the stay.' }).optional(),
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
