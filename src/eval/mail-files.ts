import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../core/errors.ts';
import { readJsonLines } from './json-lines.ts';

/** What became of a letter: `refused` by a rule, and listed; `none`: a duplicate, or our own. */
export const mailEnds = ['answered', 'drafted', 'refused', 'handover', 'none'] as const;
export type MailEnd = (typeof mailEnds)[number];

const Line = z.object({
  file: z.string(),
  /** Letters that come before it, in this order: the letter answers what the last of them was answered with. */
  after: z.array(z.string()).default([]),
  /** What may become of it, alternatives parted by `|`; empty where that is left open. */
  outcome: z
    .string()
    .default('')
    .transform((text) => text.split('|').filter((end) => end !== ''))
    .pipe(z.array(z.enum(mailEnds))),
  /** What must stand in the letter, and what must not: alternatives parted by `|`. */
  has: z.array(z.string()).default([]),
  lacks: z.array(z.string()).default([]),
});
export type MailExpectation = z.infer<typeof Line>;

/** A folder of letters (`*.eml`), and what is expected of each where its `expectations.jsonl` says so. */
export type MailFolder = {
  readonly letters: ReadonlyMap<string, Buffer>;
  readonly expected: readonly MailExpectation[];
};

/** @param expectations another file than the folder's own. @throws AppError input/invalid */
export function readMailFolder(folder: string, expectations?: string): MailFolder {
  const names = lettersIn(folder);
  const file = expectations ?? join(folder, 'expectations.jsonl');
  const expected = expectations === undefined && !existsSync(file) ? [] : readJsonLines(file, Line);
  const unknown = expected.flatMap((line) => [line.file, ...line.after]).find((name) => !names.includes(name));
  if (unknown !== undefined) throw new AppError('input/invalid', `${file} names ${unknown}, which ${folder} lacks`);
  return { letters: new Map(names.map((name) => [name, readFileSync(join(folder, name))])), expected };
}

function lettersIn(folder: string): readonly string[] {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.eml'));
    if (names.length > 0) return names.sort();
  } catch (cause) {
    throw new AppError('input/invalid', `${folder} cannot be read: name a folder of letters after --mail`, {}, cause);
  }
  throw new AppError('input/invalid', `${folder} holds no *.eml: name a folder of letters after --mail`);
}
