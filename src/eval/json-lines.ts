import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '../core/errors.ts';

/** A JSON object a line, each as `shape` reads it. @throws AppError naming the file and the line that is no such object. */
export function readJsonLines<T extends z.ZodType>(file: string, shape: T): z.output<T>[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, i) => (line.trim() === '' ? [] : [parseLine(line, shape, `${file}:${i + 1}`)]));
}

function parseLine<T extends z.ZodType>(line: string, shape: T, place: string): z.output<T> {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch (cause) {
    throw new AppError('input/not-json', `${place} is no JSON`, { place }, cause);
  }
  const parsed = shape.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new AppError('input/invalid', `${place}: ${z.prettifyError(parsed.error)}`, { place });
}
