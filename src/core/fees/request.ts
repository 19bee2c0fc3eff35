import type { z } from 'zod';
import { dayField, listOf, nameField, objectOf, wholeNumber } from '../fields.ts';
import { accepts, parseWith, type Parsed } from '../parse.ts';

/** One thing in the basket. `times` buys the same term of months several times in a row. */
const itemSchema = objectOf({
  product: nameField,
  term: nameField.optional(),
  times: wholeNumber(1, 12).optional(),
}).refine(({ term, times }) => times === undefined || (term !== undefined && /^P\d+M$/.test(term)), {
  ...accepts('api:accepted.times-with-months'),
  path: ['times'],
});

/** A basket of private insurance on the day of payment. */
export const quoteSchema = objectOf({
  desk: nameField.optional(),
  items: listOf(itemSchema, 1, 20),
  on: dayField,
});

export type QuoteRequest = z.output<typeof quoteSchema>;
export type QuoteItem = QuoteRequest['items'][number];

export function parseQuote(input: unknown): Parsed<QuoteRequest> {
  return parseWith(quoteSchema, input);
}
