import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { parseDocument } from 'yaml';
import { AppError } from '../../core/errors.ts';
import { isNothing, planOf, type Folder, type Plan } from './plan.ts';
import { withPhrases } from './with-phrases.ts';

/** What would be done with a folder. @throws AppError `knowledge/…` where it cannot be */
export function planMigration(folder: string, ownFolder: string): Plan {
  const [here, own] = [realpathSync(folder), realpathSync(ownFolder)];
  if (!existsSync(join(here, 'desk.yaml')))
    throw new AppError('knowledge/invalid-file', `${folder} is no folder of knowledge: it holds no desk.yaml`, {});
  return planOf(folderAt(here), here === own ? null : folderAt(own));
}

/**
 * Writes the folder anew beside itself and swaps the two: whoever stops it in between has the old one. That stays as
 * `<folder>.before-migrate`, whose path is answered; null where the folder is as this version reads it and nothing was done.
 * @throws AppError `knowledge/…` where it cannot be
 */
export function migrateFolder(
  folder: string,
  ownFolder: string,
): { readonly plan: Plan; readonly before: string | null } {
  const plan = planMigration(folder, ownFolder);
  if (isNothing(plan)) return { plan, before: null };
  const here = realpathSync(folder);
  const [aside, before] = [`${here}.migrating`, `${here}.before-migrate`];
  if (existsSync(before)) {
    const message = `${before} is there from an earlier migration: move it away, then migrate again`;
    throw new AppError('knowledge/invalid-file', message, { file: before });
  }
  // What a migration left that was stopped: the folder itself is as it was.
  rmSync(aside, { recursive: true, force: true });
  cpSync(here, aside, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
  carryOut(plan, aside, ownFolder);
  swap(here, aside, before);
  return { plan, before };
}

function carryOut({ moves, splits, supplied, replaced, phrases }: Plan, aside: string, own: string): void {
  const place = (path: string): string => {
    mkdirSync(dirname(join(aside, path)), { recursive: true });
    return join(aside, path);
  };
  for (const [from, to] of moves) renameSync(join(aside, from), place(to));
  for (const [from, files] of splits) {
    for (const [path, text] of files) writeFileSync(place(path), text);
    if (!files.has(from)) rmSync(join(aside, from));
  }
  for (const path of [...supplied, ...replaced]) cpSync(join(own, path), place(path));
  for (const [path, keys] of phrases) writeFileSync(place(path), withOwn(aside, own, path, keys));
  for (const from of [...moves.keys(), ...splits.keys()]) removeEmpty(aside, dirname(from));
}

/** The file with the program's own sentences for the keys that it lacks. */
function withOwn(aside: string, own: string, path: string, keys: readonly string[]): string {
  const ours = parseDocument(readFileSync(join(own, path), 'utf8')).toJS() as unknown;
  const ways = keys.map((key) => JSON.parse(key) as string[]);
  const lacking = ways.map((way) => ({ way, phrase: at(ours, way) }));
  return withPhrases(readFileSync(join(aside, path), 'utf8'), lacking);
}

function at(tree: unknown, way: readonly string[]): unknown {
  return way.reduce<unknown>((held, key) => (held as Readonly<Record<string, unknown>>)[key], tree);
}

function removeEmpty(aside: string, folder: string): void {
  if (folder === '.' || !existsSync(join(aside, folder)) || readdirSync(join(aside, folder)).length > 0) return;
  rmdirSync(join(aside, folder));
  removeEmpty(aside, dirname(folder));
}

/** A folder that is mounted cannot be renamed. */
function swap(here: string, aside: string, before: string): void {
  try {
    renameSync(here, before);
  } catch (problem) {
    const message = `${here} cannot be renamed: put ${aside}, which is what it becomes, in its place yourself`;
    throw new AppError('knowledge/invalid-file', message, { file: here }, problem);
  }
  renameSync(aside, here);
}

/** Whatever lies there, but what a version control keeps for itself. */
function folderAt(folder: string): Folder {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !/(^|\/)\.git(\/|$)/.test(path))
    .sort();
  return { paths, read: (path) => readFileSync(join(folder, path), 'utf8') };
}
