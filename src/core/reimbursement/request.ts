import type { z } from 'zod';
import { amountField, dayField, objectOf, oneOf, wholeNumber, yesOrNo } from '../fields.ts';
import { accepts, parseWith, type Parsed } from '../parse.ts';

/** One act of care. What an act does not depend on may be given and changes nothing. */
export const reimbursementSchema = objectOf({
  act: oneOf(['gp', 'hospital-day', 'psychiatry-day']),
  on: dayField,
  until: dayField.optional(),
  visits: wholeNumber(1, 99).optional(),
  declaredGp: yesOrNo.optional(),
  age: wholeNumber(0, 120).optional(),
  mutuelle: yesOrNo.optional(),
  charged: amountField.optional(),
  sector: oneOf(['1', '2-optam', '2']).optional(),
  paidThisYear: amountField.optional(),
}).refine(({ act, until }) => act === 'gp' || until !== undefined, { ...accepts('api:accepted.day'), path: ['until'] });

export type ReimbursementRequest = z.output<typeof reimbursementSchema>;

export function parseReimbursement(input: unknown): Parsed<ReimbursementRequest> {
  return parseWith(reimbursementSchema, input);
}
