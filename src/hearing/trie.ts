import type { Step } from './phrases.ts';
import { isUnspaced, type Token } from './tokens.ts';

/**
 * Phrases that begin alike, as one tree; each ends under the names that it was written for. Most of the tens of thousands of
 * nodes have one way on or none: what a node has not is not made.
 */
export type Node = {
  words: Map<string, Node> | null;
  /** By their first letter, and by their last. */
  begins: Affixes | null;
  ends: Affixes | null;
  groups: Map<string, Node> | null;
  gap: Node | null;
  names: string[] | null;
};

type Affixes = Map<string, [affix: string, node: Node][]>;

/** Where the groups end that begin at a word: by name. */
export type GroupEnds = readonly ReadonlyMap<string, ReadonlySet<number>>[];

/** Called for every end of a phrase, with the names that it has. */
type Reach = (names: readonly string[], to: number) => void;

/** How many words may stand where a phrase says `...`; a word of a script without spaces is two of its letters long. */
const widestGap = 3;
const lettersOfWord = 2;

export function newNode(): Node {
  return { words: null, begins: null, ends: null, groups: null, gap: null, names: null };
}

/** @param choiceName the group that stands for the ways of a choice */
export function addTo(
  root: Node,
  steps: readonly Step[],
  name: string,
  choiceName: (step: Step & { kind: 'choice' }) => string,
): void {
  let reached: readonly Node[] = [root];
  for (const step of steps) {
    const after = reached.map((node) => edge(node, step, choiceName));
    reached = step.kind === 'choice' && step.optional ? [...reached, ...after] : after;
  }
  for (const node of reached) if (node !== root) (node.names ??= []).push(name);
}

function edge(node: Node, step: Step, choiceName: (step: Step & { kind: 'choice' }) => string): Node {
  switch (step.kind) {
    case 'gap':
      return (node.gap ??= newNode());
    case 'group':
      return next((node.groups ??= new Map<string, Node>()), step.name);
    case 'choice':
      return next((node.groups ??= new Map<string, Node>()), choiceName(step));
    case 'word':
      return next((node.words ??= new Map<string, Node>()), step.word);
    case 'begins':
      return affix((node.begins ??= newAffixes()), step.word[0] ?? '', step.word);
    case 'ends':
      return affix((node.ends ??= newAffixes()), step.word.at(-1) ?? '', step.word);
  }
}

function newAffixes(): Affixes {
  return new Map();
}

function affix(edges: Affixes, letter: string, word: string): Node {
  const list = edges.get(letter) ?? [];
  edges.set(letter, list);
  const known = list.find(([written]) => written === word);
  const node = known?.[1] ?? newNode();
  if (known === undefined) list.push([word, node]);
  return node;
}

function next(edges: Map<string, Node>, key: string): Node {
  const known = edges.get(key);
  if (known !== undefined) return known;
  const node = newNode();
  edges.set(key, node);
  return node;
}

/** The words of the phrases of a tree: `exact` as they stand there, and what others begin with. */
export function wordsIn(root: Node, exact: Set<string>, beginnings: Set<string>): void {
  for (const [word, node] of root.words ?? []) {
    exact.add(word);
    wordsIn(node, exact, beginnings);
  }
  for (const [beginning, node] of Array.from(root.begins?.values() ?? []).flat()) {
    beginnings.add(beginning);
    wordsIn(node, exact, beginnings);
  }
  const others = [...(root.groups?.values() ?? []), ...(root.gap === null ? [] : [root.gap])];
  for (const node of others) wordsIn(node, exact, beginnings);
}

/** Every phrase that begins at word `at`: its names, and the word behind it. */
export function follow(node: Node, at: number, tokens: readonly Token[], groups: GroupEnds, reach: Reach): void {
  const token = tokens[at];
  if (token !== undefined) {
    for (const form of token.forms) {
      const word = node.words?.get(form);
      if (word !== undefined) step(word, at + 1, tokens, groups, reach);
      // By the first and the last letter: a root has hundreds of beginnings, of which a word has one or two.
      for (const [start, to] of node.begins?.get(form[0] ?? '') ?? []) {
        if (form.startsWith(start)) step(to, at + 1, tokens, groups, reach);
      }
      for (const [end, to] of node.ends?.get(form.at(-1) ?? '') ?? []) {
        if (form.endsWith(end)) step(to, at + 1, tokens, groups, reach);
      }
    }
    if (node.groups !== null) followGroups(node.groups, at, tokens, groups, reach);
  }
  if (node.gap !== null) followGap(node.gap, at, tokens, groups, reach);
}

function step(node: Node, at: number, tokens: readonly Token[], groups: GroupEnds, reach: Reach): void {
  if (node.names !== null) reach(node.names, at);
  follow(node, at, tokens, groups, reach);
}

function followGroups(
  after: ReadonlyMap<string, Node>,
  at: number,
  tokens: readonly Token[],
  groups: GroupEnds,
  reach: Reach,
): void {
  const starting = groups[at];
  if (starting === undefined) return;
  for (const [name, ends] of starting) {
    const to = after.get(name);
    if (to !== undefined) for (const end of ends) step(to, end, tokens, groups, reach);
  }
}

function followGap(gap: Node, at: number, tokens: readonly Token[], groups: GroupEnds, reach: Reach): void {
  let skipped = 0;
  for (let from = at; skipped <= widestGap; from++) {
    follow(gap, from, tokens, groups, reach);
    const token = tokens[from];
    if (token === undefined || token.kind === 'stop' || token.kind === 'mark') return;
    skipped += isUnspaced(token) ? 1 / lettersOfWord : 1;
  }
}
