import type { z } from 'zod';
import { dayField, listOf, nameField, objectOf, wholeNumber } from '../fields.ts';
import { accepts, parseWith, type Parsed } from '../parse.ts';

/** One thing in the basket. `times` buys the same term of months several times in a row. */
const itemSchema = objectOf({
  product: nameField.meta({
    description: 'A product of the desk, e.g. "tranquillite" or "rc".',
    examples: ['tranquillite'],
  }),
  term: nameField
    .meta({
      description: 'A term that the product is sold for, e.g. "P1M" or "P3M". May be missing when there is one only.',
    })
    .optional(),
  times: wholeNumber(1, 12).meta({ description: 'How often in a row; for terms in months only.' }).optional(),
}).refine(({ term, times }) => times === undefined || (term !== undefined && /^P\d+M$/.test(term)), {
  ...accepts('api:accepted.times-with-months'),
  path: ['times'],
});

/** A basket of private insurance on the day of payment. */
export const quoteSchema = objectOf({
  desk: nameField.meta({ description: "The desk whose offers are quoted; this deployment's when missing." }).optional(),
  items: listOf(itemSchema, 1, 20),
  on: dayField.meta({ description: 'The day of payment.' }),
});

export type QuoteRequest = z.output<typeof quoteSchema>;
export type QuoteItem = QuoteRequest['items'][number];

export function parseQuote(input: unknown): Parsed<QuoteRequest> {
  return parseWith(quoteSchema, input);
}
