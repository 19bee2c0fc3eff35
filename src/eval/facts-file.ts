import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '../core/errors.ts';
import { parseDay } from '../core/day.ts';

const Accepted = z.union([
  z.array(z.unknown()),
  z.object({ min: z.number(), max: z.number() }),
  z.object({ from: z.string(), to: z.string() }),
]);
export type Accepted = z.infer<typeof Accepted>;

const Line = z.object({
  id: z.string(),
  lang: z.string(),
  form: z.string(),
  asked: z.string().nullable().default(null),
  text: z.string(),
  facts: z.record(z.string(), z.unknown()),
  not: z.array(z.string()).default([]),
  accept: z.record(z.string(), Accepted).default({}),
  on: z.string().transform((text, context) => {
    const day = parseDay(text);
    if (day !== null) return day;
    context.addIssue({ code: 'custom', message: 'accepted: a day, as 2026-11-28' });
    return z.NEVER;
  }),
  kind: z.string().default('other'),
});
export type FactLine = z.infer<typeof Line>;

/** What must be heard in a sentence, a JSON object a line. @throws AppError naming the file and the line that is no such object. */
export function readFactsFile(file: string): readonly FactLine[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, i) => (line.trim() === '' ? [] : [parseLine(line, `${file}:${i + 1}`)]));
}

function parseLine(line: string, place: string): FactLine {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch (cause) {
    throw new AppError('input/not-json', `${place} is no JSON`, { place }, cause);
  }
  const parsed = Line.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new AppError('input/invalid', `${place}: ${z.prettifyError(parsed.error)}`, { place });
}
