import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { forms } from '../../dialogs/index.ts';
import { AppError } from '../core/errors.ts';
import { dayInFrance } from '../day-in-france.ts';
import { coverageOf } from '../knowledge/coverage.ts';
import { dueFacts } from '../knowledge/due-facts.ts';
import type { Checks } from '../knowledge/checks.ts';
import type { Shelves } from '../knowledge/kinds.ts';
import { lintKnowledge } from '../knowledge/lint/lint.ts';
import { shinglesOf } from '../knowledge/lint/shingles.ts';
import { loadKnowledge, readKnowledge } from '../knowledge/load.ts';
import { migrateFolder, planMigration } from '../knowledge/migrate/migrate-folder.ts';
import { told } from '../knowledge/migrate/told.ts';
import { describe, refuse } from '../knowledge/problem.ts';
import { measureTexts, type TextMeasures } from '../knowledge/measure-texts.ts';
import { staleFirst } from '../knowledge/stale.ts';
import { printTable } from './table.ts';

const folder = fileURLToPath(new URL('../../knowledge', import.meta.url));

/** Each says what it finds, and whether all is well. */
export const checks: Readonly<Record<string, (args: readonly string[]) => boolean>> = {
  lint,
  coverage,
  stale,
  table,
  shingles,
  migrate,
};

function lint(): boolean {
  const findings = lintKnowledge(folder, forms, dayInFrance(new Date()));
  for (const { rule, ...place } of findings) say(`knowledge/${describe(place)} [${rule}]`);
  say(findings.length === 0 ? 'knowledge: nothing to mend' : `knowledge: ${findings.length} to mend`);
  return findings.length === 0;
}

/** `--all` lists every fact with where it is stated. */
function coverage(args: readonly string[]): boolean {
  const { knowledge, shelves, problems } = readKnowledge(folder, forms);
  refuse(problems);
  if (knowledge === null) throw new AppError('knowledge/invalid-file', 'The knowledge cannot be read');
  const covered = coverageOf(shelves, knowledge, dayInFrance(new Date()));
  if (args.includes('--all'))
    for (const [fact, places] of [...covered.stated].sort()) say(`${fact}  ${places.join('  ')}`);
  for (const fact of covered.missing) say(`${fact} is stated nowhere: ${knowledge.facts[fact]?.fact ?? ''}`);
  for (const { file, facts, most } of covered.crowded) {
    say(`knowledge/${file} states ${facts.length} facts, at most ${most}: make two topics of it (${facts.join(', ')})`);
  }
  if (covered.unused.length > 0) say(`external facts that nothing states: ${covered.unused.join(', ')}`);
  const documents = Object.entries(knowledge.facts).filter(([id, { remark }]) => id.startsWith('S') && !remark);
  for (const measured of measureTexts(knowledge, dayInFrance(new Date()))) say(toldTexts(measured));
  for (const [language, checks] of Object.entries(knowledge.checks)) say(toldChecks(language, checks, shelves));
  say(
    `coverage: ${documents.length - covered.missing.length} of ${documents.length} facts of the documents are stated`,
  );
  return covered.missing.length === 0 && covered.crowded.length === 0;
}

function toldTexts({ language, answers, gaps, words, byForm, sentence }: TextMeasures): string {
  const share = Math.round((100 * gaps) / Math.max(1, answers));
  const forms = Object.entries(byForm).map(([form, { answers: many, median, p90, longest }]) => {
    return `${many} × ${form} ${median} (p90 ${p90}, longest ${longest})`;
  });
  return `${language}: ${answers} answers, ${gaps} of them gaps (${share} %); words an answer ${words.median} (p90 ${words.p90}): ${forms.join(', ')}; a sentence ${sentence.median} (p90 ${sentence.p90}, mean ${sentence.mean.toFixed(1)}, longest ${sentence.longest})`;
}

/** How much of a translation a person has looked at. */
function toldChecks(language: string, { answers, phrases }: Checks, { readback }: Shelves): string {
  const checked = (states: Checks['answers']) =>
    `${Object.values(states).filter((state) => state === 'checked').length} of ${Object.keys(states).length}`;
  const read = Object.keys(readback.get(language)?.value ?? {}).length;
  return `${language}: checked by a person ${checked(answers)} answers, ${checked(phrases)} files of phrases; read back ${read} answers`;
}

function stale(): boolean {
  const { knowledge, shelves, problems } = readKnowledge(folder, forms);
  refuse(problems);
  if (knowledge === null) throw new AppError('knowledge/invalid-file', 'The knowledge cannot be read');
  const today = dayInFrance(new Date());
  for (const { fact, due, risk, why } of dueFacts(knowledge, coverageOf(shelves, knowledge, today), today))
    say(`${due}  ${fact} is to be looked up again, risk ${risk} (${why}): ${knowledge.facts[fact]?.fact ?? ''}`);
  for (const { reviewed, file, why } of staleFirst(shelves, today)) say(`${reviewed}  knowledge/${file}  ${why}`);
  return true;
}

function table(): boolean {
  process.stdout.write(printTable(loadKnowledge(folder, forms).rows));
  return true;
}

/** Writes `shingles.json` from the texts of the source documents, which are no part of the project. */
function shingles(files: readonly string[]): boolean {
  const hashes = shinglesOf(files.map((file) => readFileSync(file, 'utf8')));
  const about =
    'Hashes of every run of eight words of the source documents, for `knowledge -- lint`. Written by `knowledge -- shingles`.';
  writeFileSync(`${folder}/shingles.json`, `${JSON.stringify({ about, hashes: hashes.join(' ') }, null, 2)}\n`);
  say(`${hashes.length} runs of ${files.length} documents`);
  return files.length > 0;
}

/** Brings a folder of an earlier version into the layout of this one; `--dry-run` says what that would do. */
function migrate(args: readonly string[]): boolean {
  const dry = args.includes('--dry-run');
  const [of] = args.filter((arg) => !arg.startsWith('--'));
  if (of === undefined) {
    say('Say which folder: npm run -s knowledge -- migrate DIR [--dry-run]');
    return false;
  }
  if (dry) {
    for (const line of told(planMigration(of, folder))) say(line);
    return true;
  }
  const { plan, before } = migrateFolder(of, folder);
  for (const line of told(plan)) say(line);
  if (before !== null) say(`${of} is in the layout of this version; as it was it is kept as ${before}`);
  const { problems } = readKnowledge(of, forms);
  for (const problem of problems) say(`${of}/${describe(problem)} [${problem.code}]`);
  if (problems.length > 0) say(`${problems.length} to mend before the program starts with it`);
  return problems.length === 0;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
