import { factsOf, interpolationsOf } from '../../voice/template.ts';
import { answersIn } from '../answers-in.ts';
import type { YamlFile } from '../yaml-file.ts';
import { finding, type Finding, type Rule } from './finding.ts';

/** What two languages must share: else one group of students is told less. */
const shared: readonly { readonly what: string; readonly of: (template: string) => readonly string[] }[] = [
  { what: 'interpolations', of: (template) => interpolationsOf(template).toSorted() },
  {
    what: 'list items',
    of: (template) => (template.match(/^\s*([-*]|\d+\.)\s/gm) ?? []).map((mark) => (/\d/.test(mark) ? '1.' : '-')),
  },
];

/**
 * Every language of an answer has the same figures, links and lists as the first, and marks the facts of its topic; of a
 * phrase, the same variables.
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
  const phrases = [...shelves.phrases].flatMap(([key, { file, value }]) => {
    const [language, namespace] = [key.slice(0, 2), key.slice(3)];
    const original = shelves.phrases.get(`${first}/${namespace}`)?.value;
    if (language === first || original === undefined) return [];
    return leavesOf(value).flatMap(({ path, text }) => {
      const told = leavesOf(original).find((leaf) => leaf.path.join('.') === path.join('.'))?.text;
      return told === undefined ? [] : variables(file, path, told, text, first);
    });
  });
  return [...answers, ...phrases];
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
  return [finding('both-languages', file, path, message)];
}

function differences(
  file: YamlFile,
  path: readonly PropertyKey[],
  told: string,
  here: string,
  first: string,
): readonly Finding[] {
  return shared.flatMap(({ what, of }) => {
    const [there, mine] = [of(told), of(here)];
    if (there.join('\n') === mine.join('\n')) return [];
    return [
      finding(
        'both-languages',
        file,
        path,
        `other ${what} than in ${first}: ${unlike(there, mine)}; make them the same`,
      ),
    ];
  });
}

function variables(
  file: YamlFile,
  path: readonly string[],
  told: string,
  here: string,
  first: string,
): readonly Finding[] {
  const [there, mine] = [told, here].map((template) => [...new Set(interpolationsOf(template))].sort()) as [
    string[],
    string[],
  ];
  if (there.join('\n') === mine.join('\n')) return [];
  return [
    finding(
      'both-languages',
      file,
      path,
      `other variables than in ${first}: ${unlike(there, mine)}; make them the same`,
    ),
  ];
}

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

/** Plural forms are left out: French counts nought among one, and a form for one may leave the number out. */
function leavesOf(tree: unknown, path: readonly string[] = []): { path: readonly string[]; text: string }[] {
  if (typeof tree === 'string')
    return /_(zero|one|two|few|many|other)$/.test(path.at(-1) ?? '') ? [] : [{ path, text: tree }];
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) return [];
  return Object.entries(tree).flatMap(([key, held]) => leavesOf(held, [...path, key]));
}
