import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Day } from '../../core/day.ts';
import { createSpeaker } from '../../voice/speaker.ts';
import type { FileChanges } from '../files.ts';
import type { FormEntry } from '../forms.ts';
import type { Shelves } from '../kinds.ts';
import { readKnowledge } from '../load.ts';
import { withoutLanguage } from '../layout.ts';
import { borneOut } from './borne-out.ts';
import { bothLanguages } from './both-languages.ts';
import { checked } from './checked.ts';
import { cited } from './cited.ts';
import { copied } from './copied.ts';
import { dates } from './dates.ts';
import { days } from './days.ts';
import { figures } from './figures.ts';
import type { Finding, Rule } from './finding.ts';
import { length } from './length.ts';
import { pages } from './pages.ts';
import { phrasings } from './phrasings.ts';
import { questions } from './questions.ts';
import { readback } from './readback.ts';
import { readingLevel } from './reading-level.ts';
import { translated } from './translated.ts';
import { unwritten } from './unwritten.ts';
import { words } from './words.ts';

const rules: readonly Rule[] = [
  figures,
  bothLanguages,
  length,
  words,
  readingLevel,
  phrasings,
  dates,
  days,
  pages,
  copied,
  checked,
  readback,
  cited,
  borneOut,
  translated,
  unwritten,
];

/** Every finding in a knowledge folder, by file and line. What keeps the program from starting hides the finer rules. */
export function lintKnowledge(folder: string, forms: readonly FormEntry[], on: Day): readonly Finding[] {
  const { knowledge, shelves, problems } = readKnowledge(folder, forms);
  if (knowledge === null || problems.length > 0)
    return problems.map(({ code, ...problem }) => ({ rule: code, ...problem }));
  const linted = { shelves, knowledge, speaker: createSpeaker(knowledge), on, shingles: readShingles(folder) };
  return [...rules.flatMap((rule) => rule(linted)), ...questions(folder, forms, knowledge)].sort(byPlace);
}

/**
 * What there would be to mend in some files after they are changed: their own findings, and what keeps the program from
 * starting wherever that shows.
 */
export function lintChange(
  { folder, forms }: { readonly folder: string; readonly forms: readonly FormEntry[] },
  changes: FileChanges,
  on: Day,
): readonly Finding[] {
  const { knowledge, shelves, problems } = readKnowledge(folder, forms, changes);
  if (knowledge === null || problems.length > 0)
    return problems.map(({ code, ...problem }) => ({ rule: code, ...problem }));
  const about = new Set(changes.keys());
  const changed = new Set([...changes].filter(([file, text]) => text !== standing(folder, file)).map(([file]) => file));
  const base = { knowledge, speaker: createSpeaker(knowledge), on, shingles: readShingles(folder), about };
  const near = alone(shelves, about);
  return (
    rules
      // Compared with all there are: of what stands as it stood that was done before.
      .flatMap((rule) => rule(rule === phrasings ? { ...base, about: changed, shelves } : { ...base, shelves: near }))
      .filter(({ file }) => about.has(file))
      .sort(byPlace)
  );
}

function standing(folder: string, file: string): string | null {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/** The shelves with nothing on them but the files, and the same of the other languages; topics are compared with all. */
function alone(shelves: Shelves, files: ReadonlySet<string>): Shelves {
  const beside = new Set([...files].map(withoutLanguage));
  const only = <V extends { readonly file: { readonly path: string } }>(shelf: ReadonlyMap<string, V>) =>
    new Map([...shelf].filter(([, held]) => beside.has(withoutLanguage(held.file.path))));
  const { answers, rates, offers, phrases, 'safety-words': safetyWords, checked, readback: read } = shelves;
  return {
    ...shelves,
    answers: only(answers),
    rates: only(rates),
    offers: only(offers),
    phrases: only(phrases),
    'safety-words': only(safetyWords),
    checked: only(checked),
    readback: only(read),
  };
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
