import { buildIndex, type DeletionIndex } from '../matching/deletion-index.ts';
import { readWords } from './read-words.ts';

/** Words and phrases by what they mean, in one language. `bleed*` is every word that begins so; `…` up to three words. */
export type LanguageLexicon = Readonly<Record<string, readonly string[]>>;

/** The lexicon of all languages in numbers, as it is kept: to read it again takes a tenth of the time. Plain data. */
export type WrittenLexicon = {
  readonly languages: readonly string[];
  readonly concepts: readonly string[];
  readonly units: Units;
  /** Units by what is left of them without a letter. */
  readonly near: DeletionIndex;
  readonly tree: Tree;
};

/** Words of the lexicon by number: whole ones, and beginnings of words. */
export type Units = { readonly texts: readonly string[]; readonly isStart: Uint8Array };

/** Node 0 is the root. What belongs to node n stands from `first…[n]` to `first…[n + 1]`. */
export type Tree = {
  readonly firstEdge: Int32Array;
  readonly units: Int32Array;
  readonly nodes: Int32Array;
  /** The node behind up to three words of any kind, or -1. */
  readonly gaps: Int32Array;
  readonly firstEnd: Int32Array;
  readonly concepts: Int32Array;
  readonly languages: Int32Array;
};

export function writeLexicon(byLanguage: Readonly<Record<string, LanguageLexicon>>): WrittenLexicon {
  const languages = Object.keys(byLanguage).sort();
  const concepts = [...new Set(Object.values(byLanguage).flatMap((words) => Object.keys(words)))].sort();
  const numbers = new Map(concepts.map((concept, number) => [concept, number]));
  const numbering = numberUnits();
  const root = emptyNode();
  for (const [language, name] of languages.entries()) {
    for (const [concept, phrases] of Object.entries(byLanguage[name] ?? {})) {
      const end = { concept: numbers.get(concept) as number, language };
      for (const phrase of phrases) for (const way of waysToWrite(phrase)) grow(root, way, end, numbering.unitOf);
    }
  }
  const units = numbering.units();
  return { languages, concepts, units, near: nearOf(units), tree: flatten(root) };
}

type End = { readonly concept: number; readonly language: number };
type Node = { readonly next: Map<number, Node>; gap: Node | null; readonly ends: End[] };
type UnitOf = (text: string, isStart: boolean) => number;

function emptyNode(): Node {
  return { next: new Map(), gap: null, ends: [] };
}

function numberUnits(): { readonly unitOf: UnitOf; readonly units: () => Units } {
  const known = new Map<string, number>();
  const texts: string[] = [];
  const starts: number[] = [];
  return {
    unitOf: (text, isStart) => {
      const key = `${isStart ? '*' : ''}${text}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      known.set(key, texts.length);
      starts.push(isStart ? 1 : 0);
      return texts.push(text) - 1;
    },
    units: () => ({ texts, isStart: Uint8Array.from(starts) }),
  };
}

/** "can't" is typed as two words, and as one. */
function waysToWrite(phrase: string): readonly (readonly string[])[] {
  const marked = phrase.replaceAll('…', ' zqgapqz ').replaceAll('*', 'zqz');
  const apart = readWords(marked.replaceAll(apostrophes, ' ')).words;
  const together = readWords(marked.replaceAll(apostrophes, '')).words;
  return apart.join(' ') === together.join(' ') ? [apart] : [apart, together];
}

const apostrophes = /['’‘`´]/g;

function grow(root: Node, words: readonly string[], end: End, unitOf: UnitOf): void {
  let node = root;
  for (const word of words) {
    if (word === 'zqgapqz') {
      node = node.gap ??= emptyNode();
      continue;
    }
    const unit = word.endsWith('zqz') ? unitOf(word.slice(0, -'zqz'.length), true) : unitOf(word, false);
    const known = node.next.get(unit);
    const next = known ?? emptyNode();
    if (known === undefined) node.next.set(unit, next);
    node = next;
  }
  if (node !== root) node.ends.push(end);
}

function flatten(root: Node): Tree {
  const all: Node[] = [root];
  const numbers = new Map<Node, number>([[root, 0]]);
  const numberOf = (node: Node): number => {
    const known = numbers.get(node);
    if (known !== undefined) return known;
    numbers.set(node, all.length);
    return all.push(node) - 1;
  };
  const [firstEdge, units, nodes, gaps]: [number[], number[], number[], number[]] = [[0], [], [], []];
  const [firstEnd, concepts, languages]: [number[], number[], number[]] = [[0], [], []];
  // It grows while it is gone through.
  for (const { next, gap, ends } of all) {
    for (const [unit, node] of [...next].sort(([a], [b]) => a - b)) {
      units.push(unit);
      nodes.push(numberOf(node));
    }
    firstEdge.push(units.length);
    gaps.push(gap === null ? -1 : numberOf(gap));
    for (const { concept, language } of ends) {
      concepts.push(concept);
      languages.push(language);
    }
    firstEnd.push(concepts.length);
  }
  return {
    firstEdge: Int32Array.from(firstEdge),
    units: Int32Array.from(units),
    nodes: Int32Array.from(nodes),
    gaps: Int32Array.from(gaps),
    firstEnd: Int32Array.from(firstEnd),
    concepts: Int32Array.from(concepts),
    languages: Int32Array.from(languages),
  };
}

function nearOf({ texts }: Units): DeletionIndex {
  const words = new Map(texts.map((text, unit) => [text, unit] as const));
  const long = [...words].filter(([word]) => word.length >= shortestMisspelt && /^[a-z]+$/.test(word));
  return buildIndex(long.map(([word, unit]) => [word, unit, 1] as const));
}

export const shortestMisspelt = 6;
