import { isMap, isPair, isScalar, parseDocument, type Document, type Pair, type YAMLMap } from 'yaml';

/**
 * From the first layout of a knowledge folder (up to version 0.1: a folder a kind, an answer's languages in one file) to the
 * second (a folder a language). A database migration and a command rest on it: released, and frozen, as every migration is.
 * It therefore imports nothing of the project.
 */

/** The files that a file of the first layout becomes, by path; null for one that stays where it is. */
export function inSecondLayout(path: string, text: string): ReadonlyMap<string, string> | null {
  const topic = /^answers\/([^/]+)\.yaml$/.exec(path)?.[1];
  if (topic !== undefined) return splitAnswer(topic, text);
  const to = movedTo(path);
  return to === null ? null : new Map([[to, text]]);
}

/** The new place of a file that only moves. */
export function movedTo(path: string): string | null {
  for (const [from, to] of moves) if (from.test(path)) return path.replace(from, to);
  return null;
}

const moves: readonly (readonly [RegExp, string])[] = [
  [/^phrases\/([a-z]{2})\/([a-z-]+)\.yaml$/, 'languages/$1/phrases/$2.yaml'],
  [/^(vocabulary|reading|privacy)\/([a-z]{2})\.yaml$/, 'languages/$2/$1.yaml'],
  [/^dictionaries\/([a-z]{2})\.bloom$/, 'languages/$1/dictionary.bloom'],
  [/^dictionaries\/([a-z]{2})\.vectors$/, 'languages/$1/words.vectors'],
  [/^ordinary\/([a-z]{2})\.txt$/, 'languages/$1/ordinary.txt'],
];

/** What the topic is about, and a file a language with title, answer and phrasings. Null for what is no such file. */
function splitAnswer(topic: string, text: string): ReadonlyMap<string, string> | null {
  const document = parseDocument(text);
  const root = document.contents;
  if (document.errors.length > 0 || !isMap(root)) return null;
  const [title, spoken] = [root.get('title', true), root.get('text', true)];
  if (!isMap(spoken) || !isMap(title)) return null;
  const languages = [...new Set([...spoken.items, ...title.items].map(keyOf))];
  if (languages.some((language) => !/^[a-z]{2}$/.test(language))) return null;
  if (spoken.items.some(({ value }) => !isMap(value))) return null;
  const answers = languages.map(
    (language) => [`languages/${language}/answers/${topic}.yaml`, answerIn(language, title, spoken)] as const,
  );
  return new Map([[`topics/${topic}.yaml`, topicOf(document, root, spoken)], ...answers]);
}

function answerIn(language: string, title: YAMLMap, spoken: YAMLMap): string {
  const document = parseDocument('{}\n');
  const [named, said] = [pairOf(title, language), pairOf(spoken, language)];
  const root = document.createNode({}) as YAMLMap;
  if (named !== null) root.items.push(document.createPair('title', named.value));
  if (isMap(said?.value)) root.items.push(...said.value.items);
  document.contents = root as unknown as typeof document.contents;
  document.commentBefore = joined([commentOf(named), commentOf(said)]);
  return document.toString(asWritten);
}

/** All but the texts, with the facts that their marks name; what was said beside the texts stands at the end. */
function topicOf(document: Document, root: YAMLMap, spoken: YAMLMap): string {
  const gone = root.items.filter((pair) => ['title', 'text'].includes(keyOf(pair)));
  root.items = root.items.filter((pair) => !gone.includes(pair));
  const answers = spoken.items.map(({ value }) => (isMap(value) ? value.get('answer') : null));
  const facts = [...new Set(answers.flatMap((answer) => (typeof answer === 'string' ? factsOf(answer) : [])))];
  if (facts.length > 0 && !root.has('facts')) {
    root.items.push(document.createPair('facts', document.createNode(facts, { flow: true })));
  }
  document.comment = joined([document.comment, ...gone.map(commentOf)]);
  return document.toString(asWritten);
}

function factsOf(answer: string): string[] {
  const marks = answer.matchAll(/[^\S\n]*\[((?:S\d+|X)-\d{2,}(?:,\s*(?:S\d+|X)-\d{2,})*)\]/g);
  return [...marks].flatMap(([, facts = '']) => facts.split(/,\s*/));
}

function pairOf(map: YAMLMap, key: string): Pair | null {
  return map.items.find((pair) => keyOf(pair) === key) ?? null;
}

function keyOf(pair: unknown): string {
  return isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : '';
}

/** What stands above a key, behind it, and around what it holds; not what stands with the parts of that. */
function commentOf(pair: Pair | null): string | null {
  if (pair === null || !isScalar(pair.key)) return null;
  const { key, value } = pair;
  const around = isMap(value) ? [value.commentBefore, value.comment] : [];
  return joined([key.commentBefore, key.comment, ...around]);
}

function joined(comments: readonly (string | null | undefined)[]): string | null {
  const said = comments.filter((comment) => comment != null && comment !== '');
  return said.length === 0 ? null : said.join('\n');
}

/** Long lines stay long, quotes single. */
const asWritten = { lineWidth: 0, singleQuote: true, flowCollectionPadding: false } as const;
