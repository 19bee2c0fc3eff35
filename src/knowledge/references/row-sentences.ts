import { phraseOf, rowIds } from '../../core/eligibility/index.ts';
import type { Shelves } from '../kinds.ts';
import type { Problem } from '../problem.ts';
import type { Knowledge } from '../schema.ts';
import { phrasesFile } from '../layout.ts';
import { absentFile, invalid } from './report.ts';
import { fileOf, namedIn, rowsWritten, type Named } from './rows.ts';

/** A sentence that is missing in a language. */
export type Unsaid = { readonly key: string; readonly problem: Problem };

/**
 * What rows say has a sentence in each language. A language without the file is one thing to mend, and named elsewhere
 * where another language has it.
 */
export function unsaidSentences(shelves: Shelves, knowledge: Knowledge, paths: ReadonlySet<string>): readonly Unsaid[] {
  const { languages } = knowledge;
  const [first] = languages;
  if (languages.every((language) => !paths.has(phrasesFile(language, namespace))))
    return [{ key: '', problem: absentFile(phrasesFile(first, namespace), 'decisions are said by it') }];
  const needed = sentencesNeeded(shelves, knowledge, paths);
  return languages.flatMap((language) => {
    const phrases = shelves.phrases.get(`${language}/${namespace}`);
    if (phrases === undefined) return [];
    return [...needed]
      .filter(([key]) => typeof at(phrases.value, key.split('.')) !== 'string')
      .map(([key, by]) => {
        const problem = invalid(phrases.file, key.split('.'), `there must be such a sentence: ${by} says it`);
        return { key, problem };
      });
  });
}

/** By key, the file that needs it first. What is named and is not there has no sentence either: one thing to mend. */
function sentencesNeeded(
  shelves: Shelves,
  { facts, conflicts }: Knowledge,
  paths: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const guidance = [...shelves.guidance.values()][0]?.value;
  const known = ({ kind, id }: Named) =>
    kind === 'headlines' ||
    (kind === 'flag' ? id in conflicts || id in facts : guidance !== undefined && id in guidance[kind]);
  const rows = new Set([...rowIds, ...rowsWritten(paths)]);
  const silent = [...shelves.eligibility.values()].flatMap(({ file, value }) =>
    value.notComputed.map((id) => [`notComputed.${id}`, file.path] as const),
  );
  const needed = [
    ...[...rows].map((id) => [`row.${id}`, fileOf(id)] as const),
    ...silent,
    ...namedIn(shelves)
      .filter(known)
      .map((name) => [keyOf(name), name.file.path] as const),
  ];
  // A map keeps the last of equal keys.
  return new Map(needed.toReversed());
}

function keyOf({ kind, id }: Named): string {
  const group = { ...phraseOf, headlines: 'headline', addOns: 'addOn', flag: 'conflict' }[kind];
  return `${group}.${id}`;
}

function at(tree: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((held, key) => (held as Readonly<Record<string, unknown>> | undefined)?.[key], tree);
}

const namespace = 'eligibility';
