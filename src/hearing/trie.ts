import type { Step } from './phrases.ts';
import { isUnspaced, type Token } from './tokens.ts';

/** Phrases that begin alike, as one tree; each ends under the names that it was written for. */
export type Node = {
  readonly words: Map<string, Node>;
  /** By their first letter, and by their last. */
  readonly begins: Map<string, [start: string, node: Node][]>;
  readonly ends: Map<string, [end: string, node: Node][]>;
  readonly groups: Map<string, Node>;
  gap: Node | null;
  readonly names: string[];
};

/** Where the groups end that begin at a word: by name. */
export type GroupEnds = readonly ReadonlyMap<string, ReadonlySet<number>>[];

/** Called for every end of a phrase. */
type Reach = (node: Node, to: number) => void;

/** How many words may stand where a phrase says `...`; a word of a script without spaces is two of its letters long. */
const widestGap = 3;
const lettersOfWord = 2;

export function newNode(): Node {
  return { words: new Map(), begins: new Map(), ends: new Map(), groups: new Map(), gap: null, names: [] };
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
  for (const node of reached) if (node !== root) node.names.push(name);
}

function edge(node: Node, step: Step, choiceName: (step: Step & { kind: 'choice' }) => string): Node {
  switch (step.kind) {
    case 'gap':
      return (node.gap ??= newNode());
    case 'group':
      return next(node.groups, step.name);
    case 'choice':
      return next(node.groups, choiceName(step));
    case 'word':
      return next(node.words, step.word);
    case 'begins':
      return affix(node.begins, step.word[0] ?? '', step.word);
    case 'ends':
      return affix(node.ends, step.word.at(-1) ?? '', step.word);
  }
}

function affix(edges: Map<string, [string, Node][]>, letter: string, word: string): Node {
  const list = edges.get(letter) ?? [];
  edges.set(letter, list);
  const known = list.find(([written]) => written === word);
  const node = known?.[1] ?? newNode();
  if (known === undefined) list.push([word, node]);
  return node;
}

function next(edges: Map<string, Node>, key: string): Node {
  const node = edges.get(key) ?? newNode();
  edges.set(key, node);
  return node;
}

/** Every phrase that begins at word `at`: the node that it ends in, and the word behind it. */
export function follow(node: Node, at: number, tokens: readonly Token[], groups: GroupEnds, reach: Reach): void {
  const token = tokens[at];
  if (token !== undefined) {
    for (const form of token.forms) {
      const word = node.words.get(form);
      if (word !== undefined) step(word, at + 1, tokens, groups, reach);
      // By the first and the last letter: a root has hundreds of beginnings, of which a word has one or two.
      for (const [start, to] of node.begins.get(form[0] ?? '') ?? []) {
        if (form.startsWith(start)) step(to, at + 1, tokens, groups, reach);
      }
      for (const [end, to] of node.ends.get(form.at(-1) ?? '') ?? []) {
        if (form.endsWith(end)) step(to, at + 1, tokens, groups, reach);
      }
    }
    if (node.groups.size > 0) followGroups(node, at, tokens, groups, reach);
  }
  if (node.gap !== null) followGap(node.gap, at, tokens, groups, reach);
}

function step(node: Node, at: number, tokens: readonly Token[], groups: GroupEnds, reach: Reach): void {
  if (node.names.length > 0) reach(node, at);
  follow(node, at, tokens, groups, reach);
}

function followGroups(node: Node, at: number, tokens: readonly Token[], groups: GroupEnds, reach: Reach): void {
  const starting = groups[at];
  if (starting === undefined) return;
  for (const [name, ends] of starting) {
    const to = node.groups.get(name);
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
