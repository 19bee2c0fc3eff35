import type { Step } from './phrases.ts';
import type { Token } from './tokens.ts';

/** Phrases that begin alike, as one tree; each ends under the names that it was written for. */
export type Node = {
  readonly words: Map<string, Node>;
  readonly begins: Map<string, Node>;
  readonly ends: Map<string, Node>;
  readonly groups: Map<string, Node>;
  gap: Node | null;
  readonly names: string[];
};

/** Where the groups end that begin at a word: by name. */
export type GroupEnds = readonly ReadonlyMap<string, ReadonlySet<number>>[];

/** How many words may stand where a phrase says `...`. */
const widestGap = 3;

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
      return next(node.begins, step.word);
    case 'ends':
      return next(node.ends, step.word);
  }
}

function next(edges: Map<string, Node>, key: string): Node {
  const node = edges.get(key) ?? newNode();
  edges.set(key, node);
  return node;
}

/** Every phrase that begins at word `at`: the node that it ends in, and the word behind it. */
export function follow(
  node: Node,
  at: number,
  tokens: readonly Token[],
  groups: GroupEnds,
  reach: (node: Node, to: number) => void,
): void {
  const token = tokens[at];
  const step = (to: Node | undefined, end: number) => {
    if (to === undefined) return;
    if (to.names.length > 0) reach(to, end);
    follow(to, end, tokens, groups, reach);
  };
  if (token !== undefined) {
    for (const form of token.forms) {
      step(node.words.get(form), at + 1);
      for (const [start, to] of node.begins) if (form.startsWith(start)) step(to, at + 1);
      for (const [end, to] of node.ends) if (form.endsWith(end)) step(to, at + 1);
    }
    if (node.groups.size > 0) {
      for (const [name, ends] of groups[at] ?? []) {
        const to = node.groups.get(name);
        if (to !== undefined) for (const end of ends) step(to, end);
      }
    }
  }
  if (node.gap === null) return;
  for (let skipped = 0; skipped <= widestGap; skipped++) {
    follow(node.gap, at + skipped, tokens, groups, reach);
    const kind = tokens[at + skipped]?.kind;
    if (kind === undefined || kind === 'stop' || kind === 'mark') return;
  }
}
