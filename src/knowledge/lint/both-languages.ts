import { factsOf, interpolationsOf } from '../../voice/template.ts';
import { answersIn } from '../answers-in.ts';
import type { Shelves } from '../kinds.ts';
import type { YamlFile } from '../yaml-file.ts';
import { finding, type Finding, type Rule } from './finding.ts';

/** What two languages must share: else one group of students is told less. */
const shared: readonly {
  readonly what: string;
  readonly key: string;
  readonly of: (template: string) => readonly string[];
}[] = [
  { what: 'interpolations', key: 'other-values', of: (template) => interpolationsOf(template).toSorted() },
  { what: 'list items', key: 'other-items', of: (template) => template.split('\n').flatMap(itemOf) },
];

/** A step or a point, with the figures, links and facts that stand in it: each stands in the same one. */
function itemOf(line: string): readonly string[] {
  const [, mark] = /^\s*([-*]|\d+\.)\s/.exec(line) ?? [];
  if (mark === undefined) return [];
  const held = [...interpolationsOf(line).map((body) => `{{${body}}}`), ...factsOf(line)].toSorted();
  return [[/\d/.test(mark) ? '1.' : '-', ...held].join(' ')];
}

/**
 * Every language of an answer has the same figures, links and lists as the first, and marks the facts of its topic; of a
 * phrase, the same variables and facts; of a list of phrases, as many.
 */
export const bothLanguages: Rule = ({ shelves, knowledge }) => {
  const [first] = knowledge.languages;
  const answers = answersIn(shelves).flatMap(({ language, topic, file, versions }) => {
    const original = shelves.answers.get(`${first}/${topic}`)?.value;
    return versions.flatMap(({ text, facts, from, path }, at) => {
      const told = at === 0 || from === null ? original?.answer : original?.later[from];
      return [
        ...(language === first || told === undefined ? [] : differences(file, path, told, text, first)),
        ...marks(file, path, text, facts),
      ];
    });
  });
  const all = sentencesOf(shelves);
  const said = all.flatMap(({ key, language, file, path: at, value }) => {
    const original = all.find((other) => other.key === key && other.language === first);
    if (language === first || original === undefined) return [];
    const told = new Map(leavesOf(original.value).map(({ path, texts }) => [path.join('.'), texts]));
    return leavesOf(value).flatMap(({ path, texts }) => {
      const there = told.get(path.join('.'));
      return there === undefined ? [] : sentences(file, [...at, ...path], { there, here: texts, first });
    });
  });
  return [...answers, ...said];
};

function marks(
  file: YamlFile,
  path: readonly PropertyKey[],
  answer: string,
  facts: readonly string[],
): readonly Finding[] {
  const [there, here] = [facts.toSorted(), factsOf(answer).toSorted()];
  if (there.join() === here.join()) return [];
  const message = `other fact marks than the topic has facts: ${unlike(there, here)}; make them the same`;
  const plain = {
    key: 'other-marks',
    values: { lacks: without(there, here).join(', '), has: without(here, there).join(', ') },
  };
  return [finding('both-languages', file, path, message, plain)];
}

function differences(
  file: YamlFile,
  path: readonly PropertyKey[],
  told: string,
  here: string,
  first: string,
): readonly Finding[] {
  return shared.flatMap(({ what, key, of }) => {
    const [there, mine] = [of(told), of(here)];
    if (there.join('\n') === mine.join('\n')) return [];
    return [
      finding(
        'both-languages',
        file,
        path,
        `other ${what} than in ${first}: ${unlike(there, mine)}; make them the same`,
        {
          key,
          values: { language: first, lacks: without(there, mine).join(', '), has: without(mine, there).join(', ') },
        },
      ),
    ];
  });
}

/** A sentence, or the sentences of a list: as many, each with the same variables and the marks of the same facts. */
function sentences(
  file: YamlFile,
  path: readonly string[],
  {
    there,
    here,
    first,
  }: { readonly there: readonly string[]; readonly here: readonly string[]; readonly first: string },
): readonly Finding[] {
  const found = (what: string, how: string) =>
    finding('both-languages', file, path, `other ${what} than in ${first}: ${how}; make them the same`);
  if (there.length !== here.length) return [found('lines', `${here.length} instead of ${there.length}`)];
  return here.flatMap((text, at) =>
    (['variables', 'facts'] as const).flatMap((what) => {
      const [theirs, mine] = [there[at] ?? '', text].map((one) => [...new Set(heldIn[what](one))].sort());
      return theirs?.join('\n') === mine?.join('\n') ? [] : [found(what, unlike(theirs ?? [], mine ?? []))];
    }),
  );
}

const heldIn = { variables: interpolationsOf, facts: factsOf };

function unlike(there: readonly string[], mine: readonly string[]): string {
  const [lacking, extra] = [without(there, mine), without(mine, there)];
  const parts = [
    lacking.length > 0 && `lacks ${lacking.join(', ')}`,
    extra.length > 0 && `has besides ${extra.join(', ')}`,
  ];
  return parts.filter((part) => part !== false).join(', ') || 'another order';
}

/** `all` less one occurrence for each of `taken`. */
function without(all: readonly string[], taken: readonly string[]): readonly string[] {
  const left = [...taken];
  return all.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** What the program says, by what it must say alike: phrases, and replies to danger. What students say is nobody's translation. */
function sentencesOf({ phrases, 'safety-words': safety }: Shelves) {
  const said = [...phrases].map(([key, { file, value }]) => {
    return { key: key.slice(3), language: key.slice(0, 2), file, path: [] as string[], value };
  });
  const urgent = [...safety].map(([language, { file, value }]) => {
    return { key: 'safety', language, file, path: ['replies'], value: value.replies };
  });
  return [...said.filter(({ key }) => key !== 'intents'), ...urgent];
}

/** Plural forms are left out: French counts nought among one, and a form for one may leave the number out. */
function leavesOf(
  tree: unknown,
  path: readonly string[] = [],
): { path: readonly string[]; texts: readonly string[] }[] {
  if (typeof tree === 'string')
    return /_(zero|one|two|few|many|other)$/.test(path.at(-1) ?? '') ? [] : [{ path, texts: [tree] }];
  if (Array.isArray(tree)) return [{ path, texts: tree.map(String) }];
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, held]) => leavesOf(held, [...path, key]));
}
