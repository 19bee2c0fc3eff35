import { z } from 'zod';
import type { Day } from './day.ts';
import { amountPattern, parseAmount, type Cents } from './money.ts';
import { accepts } from './parse.ts';

/** The kinds of field that requests are made of; each says in its error what it accepts. */

/** A calendar day as JSON writes it. Years past 2999 are typing errors, and leave room to add months to any day. */
export const dayField = z.iso
  .date({ ...accepts('api:accepted.day'), abort: true })
  .refine((text) => text < '3000', accepts('api:accepted.day'))
  .transform((text) => text as Day);

/** `"25.00"` → 2500 cents. */
export const amountField = z
  .string(accepts('api:accepted.amount'))
  .regex(amountPattern, accepts('api:accepted.amount'))
  .transform((text) => parseAmount(text) as Cents);

export const yesOrNo = z.boolean(accepts('api:accepted.boolean'));

/** A name that the data decides about, not the schema. */
export const nameField = z.string(accepts('api:accepted.name')).min(1, accepts('api:accepted.name'));

export function wholeNumber(least: number, most: number) {
  const error = accepts('api:accepted.whole-number', { least, most });
  return z.int(error).min(least, error).max(most, error);
}

export function oneOf<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, accepts('api:accepted.one-of', { values: values.join(', ') }));
}

export function listOf<Item extends z.ZodType>(item: Item, least: number, most: number) {
  const error = accepts('api:accepted.list', { least, most });
  return z.array(item, error).min(least, error).max(most, error);
}

/** An object that refuses any key that it does not name. */
export function objectOf<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, accepts('api:accepted.keys', { keys: Object.keys(shape).join(', ') }));
}
