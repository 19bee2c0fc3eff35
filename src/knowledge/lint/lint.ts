import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Day } from '../../core/day.ts';
import { createSpeaker } from '../../conversation/say.ts';
import { readKnowledge } from '../load.ts';
import { bothLanguages } from './both-languages.ts';
import { copied } from './copied.ts';
import { dates } from './dates.ts';
import { figures } from './figures.ts';
import type { Finding, Rule } from './finding.ts';
import { length } from './length.ts';
import { phrasings } from './phrasings.ts';
import { questions } from './questions.ts';
import { readingLevel } from './reading-level.ts';

const rules: readonly Rule[] = [figures, bothLanguages, length, readingLevel, phrasings, dates, copied];

/** Every finding in a knowledge folder, by file and line. What keeps the program from starting hides the finer rules. */
export function lintKnowledge(folder: string, on: Day): readonly Finding[] {
  const { knowledge, shelves, problems } = readKnowledge(folder);
  if (knowledge === null || problems.length > 0)
    return problems.map(({ code, ...problem }) => ({ rule: code, ...problem }));
  const linted = { shelves, knowledge, speaker: createSpeaker(knowledge), on, shingles: readShingles(folder) };
  return [...rules.flatMap((rule) => rule(linted)), ...questions(folder, knowledge)].sort(byPlace);
}

/** `shingles.json`: hashes only, so that no source document need be at hand. */
const ShinglesFile = z.strictObject({ about: z.string(), hashes: z.string() });

function readShingles(folder: string): ReadonlySet<string> {
  const { hashes } = ShinglesFile.parse(JSON.parse(readFileSync(join(folder, 'shingles.json'), 'utf8')));
  return new Set(hashes.split(' '));
}

function byPlace(a: Finding, b: Finding): number {
  return a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0) || a.message.localeCompare(b.message);
}
