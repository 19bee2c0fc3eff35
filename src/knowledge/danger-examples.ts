import { z } from 'zod';
import { AppError } from '../core/errors.ts';
import { dangerDegrees, dangerKinds, type DangerExample } from '../core/danger/index.ts';

/** One line: what somebody writes, what came before it, and what there is to hear. `kind` may also say what it only sounds like. */
const Line = z.object({
  id: z.string(),
  lang: z.string().regex(/^[a-z]{2}$/),
  text: z.string().min(1),
  context: z.array(z.string()).default([]),
  degree: z.enum([...dangerDegrees, 'none']),
  kind: z.string(),
});
export type DangerLine = z.output<typeof Line>;

/** @throws AppError `knowledge/invalid-file` that names the line and what is accepted, never its text */
export function readDangerLines(text: string, file: string): readonly DangerLine[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const parsed = Line.safeParse(parseJson(line));
    if (parsed.success) return [parsed.data];
    const message = `${file}, line ${index + 1}: accepted: {"id","lang","text","context":[…],"degree":"certain"|"possible"|"none","kind"}`;
    throw new AppError('knowledge/invalid-file', message, { file, line: index + 1 });
  });
}

export function readDangerExamples(text: string, file: string): readonly DangerExample[] {
  return readDangerLines(text, file).map(({ text: said, context, degree, kind }) => ({
    text: said,
    context,
    degree,
    kind: degree === 'none' ? null : (dangerKinds.find((known) => known === kind) ?? null),
    ordinary: degree === 'none' && (kind === 'ordinary' || kind === 'everyday'),
  }));
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
