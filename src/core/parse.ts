import type { z } from 'zod';
import type { Refusal, Text } from './decision.ts';

export type Parsed<T> =
  { readonly kind: 'parsed'; readonly value: T } | { readonly kind: 'invalid'; readonly errors: readonly Refusal[] };

/** Outside data through a schema of `fields.ts`: the value, or every wrong field by its path with what is accepted there. */
export function parseWith<Schema extends z.ZodType>(schema: Schema, input: unknown): Parsed<z.output<Schema>> {
  const result = schema.safeParse(input);
  if (result.success) return { kind: 'parsed', value: result.data };
  return { kind: 'invalid', errors: result.error.issues.flatMap(refusals) };
}

/** What a schema accepts, for zod's `error` parameter: zod keeps text only, so the phrase travels as JSON. */
export function accepts(key: string, filledWith?: Text['with']): { readonly error: string } {
  return { error: JSON.stringify(filledWith === undefined ? { key } : { key, with: filledWith }) };
}

function refusals(issue: z.core.$ZodIssue): readonly Refusal[] {
  const accepted = JSON.parse(issue.message) as Text;
  const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
  return paths.map((path) => ({ path: path.map(String).join('.'), accepted }));
}
