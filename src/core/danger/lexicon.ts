import { letterOf, scriptOf } from '../../text/script-of.ts';
import { readWords } from './read-words.ts';
import { createReader, type Reader } from './word-reader.ts';

/** Words and phrases by what they mean, in one language. `bleed*` is every word that begins so; `…` up to three words. */
export type LanguageLexicon = Readonly<Record<string, readonly string[]>>;

/** A meaning found in a text: where, and in the words of which language. */
export type Mention = {
  readonly concept: number;
  readonly language: number;
  readonly from: number;
  readonly to: number;
};

/** In which languages a word is a word: a bit for each of the lexicon's languages. */
export type KnownIn = (word: string) => number;

export type Lexicon = {
  readonly concepts: readonly string[];
  readonly languages: readonly string[];
  /** A letter that few other languages have, for each; null where it is written as most are. */
  readonly letters: readonly (RegExp | null)[];
  /** Those whose words are said in a sentence of any other ("overdose", "le SAMU"): a bit for each. */
  readonly everywhere: number;
  /** Every mention, in order of its last word. */
  readonly mentionsIn: (words: readonly string[]) => readonly Mention[];
  readonly conceptOf: (name: string) => number;
  readonly knownIn: KnownIn;
};

/** Bounded, because words come from anybody. */
function remembered<T>(read: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const cached = known.get(word);
    if (cached !== undefined) return cached;
    const found = read(word);
    if (known.size < mostRemembered) known.set(word, found);
    return found;
  };
}

const mostRemembered = 50_000;

/**
 * All languages' words as one tree of words: a text is walked through once, each word opening the phrases that begin
 * with it.
 * @param isWordOf whether a dictionary of the language knows the word: then it is no misspelling of ours
 */
export function createLexicon(
  byLanguage: Readonly<Record<string, LanguageLexicon>>,
  isWordOf: (word: string, language: string) => boolean,
  isSaidInAny: (language: string) => boolean,
): Lexicon {
  const languages = Object.keys(byLanguage).sort();
  const bitsOf = (is: (language: string) => boolean): number =>
    languages.reduce((bits, language, n) => (is(language) ? bits | (1 << n) : bits), 0);
  const knownIn = remembered((word) => bitsOf((language) => isWordOf(word, language)));
  const concepts = [...new Set(Object.values(byLanguage).flatMap((words) => Object.keys(words)))].sort();
  const numbers = new Map(concepts.map((concept, number) => [concept, number]));
  const reader = createReader((word) => knownIn(word) !== 0);
  const root = emptyNode();
  for (const [language, name] of languages.entries()) {
    for (const [concept, phrases] of Object.entries(byLanguage[name] ?? {})) {
      const end = { concept: numbers.get(concept) as number, language };
      for (const phrase of phrases) for (const way of waysToWrite(phrase)) grow(root, way, end, reader);
    }
  }
  reader.settle();
  return {
    concepts,
    languages,
    letters: languages.map((language) => letterOf(scriptOf(language))),
    everywhere: bitsOf(isSaidInAny),
    knownIn,
    conceptOf: (name) => numbers.get(name) ?? -1,
    mentionsIn: (words) => walk(root, words, reader),
  };
}

type End = { readonly concept: number; readonly language: number };
type Node = { readonly next: Map<number, Node>; gap: Node | null; readonly ends: End[] };

function emptyNode(): Node {
  return { next: new Map(), gap: null, ends: [] };
}

/** "can't" is typed as two words, and as one. */
function waysToWrite(phrase: string): readonly (readonly string[])[] {
  const marked = phrase.replaceAll('…', ' zqgapqz ').replaceAll('*', 'zqz');
  const apart = readWords(marked.replaceAll(apostrophes, ' ')).words;
  const together = readWords(marked.replaceAll(apostrophes, '')).words;
  return apart.join(' ') === together.join(' ') ? [apart] : [apart, together];
}

const apostrophes = /['’‘`´]/g;

function grow(root: Node, words: readonly string[], end: End, reader: Reader): void {
  let node = root;
  for (const word of words) {
    if (word === 'zqgapqz') {
      node = node.gap ??= emptyNode();
      continue;
    }
    const unit = word.endsWith('zqz') ? reader.learnStart(word.slice(0, -'zqz'.length)) : reader.learn(word);
    const known = node.next.get(unit);
    const next = known ?? emptyNode();
    if (known === undefined) node.next.set(unit, next);
    node = next;
  }
  if (node !== root) node.ends.push(end);
}

function walk(root: Node, words: readonly string[], reader: Reader): readonly Mention[] {
  const units = words.map((word) => reader.unitsOf(word));
  const found: Mention[] = [];
  const follow = (node: Node, from: number, at: number): void => {
    for (const end of node.ends) found.push({ ...end, from, to: at });
    if (node.gap !== null) for (let skipped = 0; skipped <= longestGap; skipped++) step(node.gap, from, at + skipped);
    step(node, from, at);
  };
  const step = (node: Node, from: number, at: number): void => {
    if (node.next.size === 0) return;
    for (const unit of units[at] ?? []) {
      const next = node.next.get(unit);
      if (next !== undefined) follow(next, from, at + 1);
    }
  };
  for (let at = 0; at < words.length; at++) step(root, at, at);
  return found.sort((a, b) => a.to - b.to || a.from - b.from || a.concept - b.concept || a.language - b.language);
}

const longestGap = 3;
