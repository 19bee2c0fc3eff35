import { letterOf, scriptOf } from '../../text/script-of.ts';
import type { Tree, WrittenLexicon } from './write-lexicon.ts';
import { createReader, type Reader } from './word-reader.ts';

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
export function openLexicon(
  { languages, concepts, units, near, tree }: WrittenLexicon,
  isWordOf: (word: string, language: string) => boolean,
  isSaidInAny: (language: string) => boolean,
): Lexicon {
  const bitsOf = (is: (language: string) => boolean): number =>
    languages.reduce((bits, language, n) => (is(language) ? bits | (1 << n) : bits), 0);
  const knownIn = remembered((word) => bitsOf((language) => isWordOf(word, language)));
  const numbers = new Map(concepts.map((concept, number) => [concept, number]));
  const reader = createReader(units, near, (word) => knownIn(word) !== 0);
  return {
    concepts,
    languages,
    letters: languages.map((language) => letterOf(scriptOf(language))),
    everywhere: bitsOf(isSaidInAny),
    knownIn,
    conceptOf: (name) => numbers.get(name) ?? -1,
    mentionsIn: (words) => walk(tree, words, reader),
  };
}

function walk(tree: Tree, words: readonly string[], reader: Reader): readonly Mention[] {
  const units = words.map((word) => reader.unitsOf(word));
  const found: Mention[] = [];
  const follow = (node: number, from: number, at: number): void => {
    for (let end = tree.firstEnd[node] as number; end < (tree.firstEnd[node + 1] as number); end++)
      found.push({ concept: tree.concepts[end] as number, language: tree.languages[end] as number, from, to: at });
    const gap = tree.gaps[node] as number;
    if (gap !== none) for (let skipped = 0; skipped <= longestGap; skipped++) step(gap, from, at + skipped);
    step(node, from, at);
  };
  const step = (node: number, from: number, at: number): void => {
    if (tree.firstEdge[node] === tree.firstEdge[node + 1]) return;
    for (const unit of units[at] ?? []) {
      const next = nodeBehind(tree, node, unit);
      if (next !== none) follow(next, from, at + 1);
    }
  };
  for (let at = 0; at < words.length; at++) step(0, at, at);
  return found.sort((a, b) => a.to - b.to || a.from - b.from || a.concept - b.concept || a.language - b.language);
}

/** A node's edges stand in order of their words. */
function nodeBehind({ firstEdge, units, nodes }: Tree, node: number, unit: number): number {
  let [low, high] = [firstEdge[node] as number, firstEdge[node + 1] as number];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = units[middle] as number;
    if (there === unit) return nodes[middle] as number;
    if (there < unit) low = middle + 1;
    else high = middle;
  }
  return none;
}

const none = -1;
const longestGap = 3;
