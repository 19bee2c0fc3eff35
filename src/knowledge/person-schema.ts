import { z } from 'zod';

const Words = z.array(z.string().min(1)).min(1);

/** `knowledge/languages/<language>/person.yaml`: how a person of the desk is asked for. */
export const PersonFile = z.strictObject({
  person: Words,
  somebody: Words,
  reach: Words,
  call: Words,
  wish: Words,
  machine: Words,
  against: Words,
  whole: Words,
  elsewhere: Words,
  unasked: Words,
  care: Words,
});
export type PersonFile = z.infer<typeof PersonFile>;
