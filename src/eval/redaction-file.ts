import { z } from 'zod';
import { readJsonLines } from './json-lines.ts';

const parts = z.union([
  z
    .string()
    .min(1)
    .transform((part) => [part]),
  z.array(z.string().min(1)).min(1),
]);
const about = {
  id: z.string().optional(),
  kind: z.string().default('other'),
  lang: z.string().default('any'),
  text: z.string(),
};

const Line = z.discriminatedUnion('want', [
  z.object({ ...about, want: z.literal('redact'), secret: parts }),
  z.object({ ...about, want: z.literal('keep'), must: parts }),
]);
export type RedactionLine = z.infer<typeof Line>;

/**
 * What must be gone from a string, or stay in it, a JSON object a line; test/eval/redaction/README.md has its fields.
 * @throws AppError naming the file and the line that is no such object
 */
export function readRedactionFile(file: string): readonly RedactionLine[] {
  return readJsonLines(file, Line);
}
