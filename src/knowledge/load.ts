import { assemble } from './assemble.ts';
import { readFiles, withChanges, type FileChanges } from './files.ts';
import type { FormEntry } from './forms.ts';
import { freezeDeep } from './freeze.ts';
import { oldLayout } from './layout.ts';
import { shelve, type Shelves } from './kinds.ts';
import { refuse, type Problem } from './problem.ts';
import { checkCited } from './references/cited.ts';
import { checkForms } from './references/forms.ts';
import { checkLanguages } from './references/languages.ts';
import { checkSafety } from './references/safety.ts';
import { checkNames } from './references/names.ts';
import { checkRows } from './references/rows.ts';
import { checkTemplates } from './references/templates.ts';
import type { Knowledge } from './schema.ts';
import { spokenHere } from './spoken-here.ts';

/**
 * Reads, checks and freezes a knowledge folder; `forms` are those that the program has. The same files give the same object
 * and the same hash.
 * @throws AppError `knowledge/…` that names every wrong file with its field, line and what is accepted.
 */
export function loadKnowledge(
  folder: string,
  forms: readonly FormEntry[],
  changes: FileChanges = new Map(),
): Knowledge {
  const { knowledge, problems } = readKnowledge(folder, forms, changes);
  refuse(problems);
  // Without a problem nothing can be missing.
  return knowledge as Knowledge;
}

/**
 * The same without a refusal, for whoever reports on the files: null when a file that there must be is missing. `changes`
 * are read instead of what stands in the folder.
 */
export function readKnowledge(
  folder: string,
  forms: readonly FormEntry[],
  changes: FileChanges = new Map(),
): {
  readonly knowledge: Knowledge | null;
  readonly shelves: Shelves;
  readonly problems: readonly Problem[];
} {
  const files = withChanges(readFiles(folder), changes);
  const old = oldLayout(files);
  // Read as if nothing were there: what is missing everywhere is one thing to mend.
  if (old !== null) return { knowledge: null, shelves: shelve([]).shelves, problems: [old] };
  const { shelves: held, problems: wrong } = shelve(files);
  const shelves = spokenHere(held);
  const { knowledge, problems: unassembled } = assemble(shelves, files, forms);
  const paths = new Set(files.map(({ path }) => path));
  const references =
    knowledge === null
      ? []
      : [
          ...checkForms(shelves, forms),
          ...checkLanguages(shelves, knowledge, paths),
          ...checkNames(shelves, knowledge, paths),
          ...checkCited(shelves, knowledge),
          ...checkRows(shelves, paths),
          ...checkSafety(shelves, knowledge, paths),
          ...checkTemplates(shelves, knowledge, paths),
        ];
  return { knowledge: freezeDeep(knowledge), shelves, problems: [...wrong, ...unassembled, ...references] };
}
