import type { YamlFile } from '../yaml-file.ts';
import { closePairs, closeTo } from './closeness.ts';
import { finding, type Finding, type Rule } from './finding.ts';
import { foldedWords } from './prose.ts';

/** Ways of asking that each topic needs in each language, near-duplicates counted once: fewer are not recognised. */
const fewest = 10;
/** Shares of three-letter runs in common. Above `twin` two phrasings teach the matcher one thing; above `rival` it must guess. */
const twin = 0.8;
const rival = 0.8;

type Phrasing = {
  readonly topic: string;
  readonly text: string;
  readonly file: YamlFile;
  readonly path: readonly PropertyKey[];
};

/** Enough phrasings, none twice, and none that could as well be another topic's. */
export const phrasings: Rule = ({ shelves, knowledge, about }) =>
  knowledge.languages.flatMap((language) => {
    const all = [...answerPhrasings(shelves, language), ...dialogPhrasings(shelves, language)];
    const { own = [], others = [] } = Object.groupBy(all, ({ file }) =>
      about?.has(file.path) === true ? 'own' : 'others',
    );
    const least = Math.min(twin, rival);
    const pairs =
      about === undefined
        ? closePairs(all, ({ text }) => text, least)
        : closeTo(own, others, ({ text }) => text, least);
    const rivals = pairs.filter(({ a, b, share }) => a.topic !== b.topic && share >= rival);
    const twins = pairs.filter(({ a, b, share }) => a.topic === b.topic && share >= twin);
    return [
      ...rivals.map(rivalry),
      ...twins.filter(({ a, b }) => same(a, b)).map(repetition),
      ...tooFew(about === undefined ? all : own, twins, language),
    ];
  });

function answerPhrasings({ topics, answers }: Parameters<Rule>[0]['shelves'], language: string): readonly Phrasing[] {
  return [...topics.keys()].flatMap((topic) => {
    const held = answers.get(`${language}/${topic}`);
    if (held === undefined) return [];
    const { file, value } = held;
    return value.phrasings.map((text, index) => ({ topic, text, file, path: ['phrasings', index] }));
  });
}

function dialogPhrasings({ phrases }: Parameters<Rule>[0]['shelves'], language: string): readonly Phrasing[] {
  const intents = phrases.get(`${language}/intents`);
  return Object.entries(intents?.value ?? {}).flatMap(([topic, said]) =>
    Array.isArray(said) && intents !== undefined
      ? (said as string[]).map((text, index) => ({ topic, text, file: intents.file, path: [topic, index] }))
      : [],
  );
}

function rivalry({ a, b, share }: { readonly a: Phrasing; readonly b: Phrasing; readonly share: number }): Finding {
  const there = `"${a.text}" of ${a.topic} (${a.file.path}:${a.file.lineOf(a.path)})`;
  const how = same(a, b) ? 'the same words as' : `too close (${Math.round(share * 100)} %) to`;
  return finding(
    'phrasings',
    b.file,
    b.path,
    `"${b.text}" is ${how} ${there}: keep it where it belongs, change or drop the other`,
    { key: 'rival', values: { text: b.text, other: a.text, topic: a.topic } },
  );
}

function repetition({ a, b }: { readonly a: Phrasing; readonly b: Phrasing }): Finding {
  return finding(
    'phrasings',
    b.file,
    b.path,
    `"${b.text}" stands there twice (line ${a.file.lineOf(a.path)}): drop one`,
    { key: 'twice', values: { text: b.text } },
  );
}

function tooFew(
  all: readonly Phrasing[],
  twins: readonly { readonly a: Phrasing; readonly b: Phrasing }[],
  language: string,
): readonly Finding[] {
  const repeated = new Set(twins.map(({ b }) => b));
  const byTopic = Map.groupBy(all, ({ topic }) => topic);
  return [...byTopic.values()].flatMap((own) => {
    const [first] = own;
    const distinct = own.filter((phrasing) => !repeated.has(phrasing)).length;
    if (first === undefined || distinct >= fewest) return [];
    const message = `${distinct} ways of asking in ${language} that differ, at least ${fewest}: add some, in other words and registers`;
    const plain = { key: 'too-few', values: { count: distinct, least: fewest } };
    return [finding('phrasings', first.file, first.path.slice(0, -1), message, plain)];
  });
}

function same(a: Phrasing, b: Phrasing): boolean {
  return foldedWords(a.text).join(' ') === foldedWords(b.text).join(' ');
}
