import type { z } from 'zod';
import { amountField, dayField, objectOf, oneOf, wholeNumber, yesOrNo } from '../fields.ts';
import { accepts, parseWith, type Parsed } from '../parse.ts';

/** One act of care. What an act does not depend on may be given and changes nothing. */
export const reimbursementSchema = objectOf({
  act: oneOf(['gp', 'hospital-day', 'psychiatry-day']).meta({
    description: 'A visit to a GP, or the daily fee of a stay in hospital or in psychiatry.',
  }),
  on: dayField.meta({ description: 'The day of the visit, or the first day of the stay.' }),
  until: dayField
    .meta({
      description: 'Days only: the day of leaving, which counts. The same day costs nothing (not over 24 hours).',
    })
    .optional(),
  visits: wholeNumber(1, 99)
    .meta({ description: 'GP only: visits to one doctor on this day, 1 when missing.' })
    .optional(),
  declaredGp: yesOrNo
    .meta({ description: 'GP only: a médecin traitant is declared (taken to be so when missing).' })
    .optional(),
  age: wholeNumber(0, 120).meta({ description: 'GP only: whole years on that day; an adult when missing.' }).optional(),
  mutuelle: yesOrNo
    .meta({ description: 'GP only: a standard mutuelle pays the part left (taken to be so when missing).' })
    .optional(),
  charged: amountField
    .meta({
      description: 'GP only: what the doctor charges for one visit; the tariff when missing.',
      examples: ['25.00'],
    })
    .optional(),
  sector: oneOf(['1', '2-optam', '2'])
    .meta({ description: 'GP only: the doctor\'s sector, "1" when missing.' })
    .optional(),
  paidThisYear: amountField
    .meta({ description: 'GP only: fixed contributions already kept back this year.', examples: ['0.00'] })
    .optional(),
}).refine(({ act, until }) => act === 'gp' || until !== undefined, { ...accepts('api:accepted.day'), path: ['until'] });

export type ReimbursementRequest = z.output<typeof reimbursementSchema>;

export function parseReimbursement(input: unknown): Parsed<ReimbursementRequest> {
  return parseWith(reimbursementSchema, input);
}
