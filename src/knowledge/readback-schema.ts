import { z } from 'zod';
import { DayField } from './day-field.ts';
import { Id } from './ids.ts';

/**
 * `knowledge/languages/<language>/readback.yaml`: by topic, what somebody wrote down who saw the translation alone. Compared
 * with the original: what was lost or turned on the way shows there.
 */
export const ReadbackFile = z.record(
  Id,
  z.strictObject({
    by: z.string().min(1),
    on: DayField,
    /** The hash (checks.ts) of the translation that was read. */
    of: z.string().regex(/^[0-9a-f]{16}$/, 'the first sixteen hexadecimal digits of the hash of the text'),
    /** Amounts, shares, ages and lengths, each once, in any order; ranges are two figures. */
    figures: z.array(z.number()).default([]),
    dates: z.array(DayField).default([]),
    /** What one must, may or must not do, a line for each sentence that says so. */
    duties: z.array(z.string().min(3)).default([]),
    /** Where fewer duties were read than the original has words of duty: why none was lost, by somebody who saw both. */
    compared: z.string().min(10).optional(),
  }),
);
export type ReadbackFile = z.infer<typeof ReadbackFile>;
