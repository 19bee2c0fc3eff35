import { AppError } from '../core/errors.ts';
import { waysOf, type Step } from './phrases.ts';
import type { Spelling, Token } from './tokens.ts';

/** Words `from` … `to` (exclusive) of a text. */
export type Span = { readonly from: number; readonly to: number };

/** Where the phrases of a name stand in a text, in the order of the text. */
export type Marks = { of(name: string): readonly Span[] };

/** All phrases of a language, each under a name, looked for at once. */
export type Lexicon = { marksIn(tokens: readonly Token[]): Marks };

export type Phrases = Readonly<Record<string, readonly string[]>>;

type Node = {
  readonly words: Map<string, Node>;
  readonly begins: Map<string, Node>;
  readonly ends: Map<string, Node>;
  readonly groups: Map<string, Node>;
  gap: Node | null;
  readonly names: string[];
};

/** How many words may stand where a phrase says `...`. */
const widestGap = 3;

/**
 * @param groups stand in other phrases as `<name>`; a group holds no groups
 * @param hidden the name of phrases of which no word is heard: "no problem" is no no
 */
export function createLexicon(groups: Phrases, phrases: Phrases, hidden: string, spelling: Spelling): Lexicon {
  const small = trieOf(groups, spelling, new Set());
  const large = trieOf(phrases, spelling, new Set(Object.keys(groups)));
  return {
    marksIn: (tokens) => {
      const inGroups = found(small, tokens, new Map());
      const spans = found(large, tokens, inGroups);
      const covering = longest(spans.get(hidden) ?? []);
      const kept = new Map<string, readonly Span[]>();
      return {
        of: (name) => {
          const before = kept.get(name);
          if (before !== undefined) return before;
          const seen = longest(spans.get(name) ?? inGroups.get(name) ?? []);
          const visible = seen.filter((span) => !covering.some((cover) => within(span, cover)));
          kept.set(name, visible);
          return visible;
        },
      };
    },
  };
}

export function within(inner: Span, outer: Span): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}

export function overlap(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

function trieOf(phrases: Phrases, spelling: Spelling, groups: ReadonlySet<string>): Node {
  const root = newNode();
  for (const [name, ways] of Object.entries(phrases)) {
    for (const way of ways.flatMap((phrase) => waysOf(phrase, spelling))) {
      if (way.length > 0) addTo(root, way, groups).names.push(name);
    }
  }
  return root;
}

function addTo(root: Node, way: readonly Step[], groups: ReadonlySet<string>): Node {
  let node = root;
  for (const step of way) {
    if (step.kind === 'gap') node = node.gap ??= newNode();
    else if (step.kind === 'group') node = next(node.groups, known(step.name, groups));
    else node = next({ word: node.words, begins: node.begins, ends: node.ends }[step.kind], step.word);
  }
  return node;
}

function known(name: string, groups: ReadonlySet<string>): string {
  if (groups.has(name)) return name;
  throw new AppError('knowledge/unknown-reference', `<${name}> is no group of this language`, { name });
}

function next(edges: Map<string, Node>, key: string): Node {
  const node = edges.get(key) ?? newNode();
  edges.set(key, node);
  return node;
}

function newNode(): Node {
  return { words: new Map(), begins: new Map(), ends: new Map(), groups: new Map(), gap: null, names: [] };
}

function found(root: Node, tokens: readonly Token[], groups: ReadonlyMap<string, readonly Span[]>): Map<string, Span[]> {
  const ends = new Map<string, Map<number, number[]>>();
  for (const [name, spans] of groups) {
    const from = new Map<number, number[]>();
    for (const span of spans) from.set(span.from, [...(from.get(span.from) ?? []), span.to]);
    ends.set(name, from);
  }
  const spans = new Map<string, Span[]>();
  for (let from = 0; from < tokens.length; from++) {
    follow(root, from, { tokens, ends }, (node, to) => {
      for (const name of node.names) {
        const before = spans.get(name);
        if (before === undefined) spans.set(name, [{ from, to }]);
        else before.push({ from, to });
      }
    });
  }
  return spans;
}

type Read = {
  readonly tokens: readonly Token[];
  readonly ends: ReadonlyMap<string, ReadonlyMap<number, readonly number[]>>;
};

function follow(node: Node, at: number, read: Read, reach: (node: Node, to: number) => void): void {
  const token = read.tokens[at];
  const step = (to: Node | undefined, end: number) => {
    if (to === undefined) return;
    if (to.names.length > 0) reach(to, end);
    follow(to, end, read, reach);
  };
  if (token !== undefined) {
    for (const form of token.forms) {
      step(node.words.get(form), at + 1);
      for (const [start, to] of node.begins) if (form.startsWith(start)) step(to, at + 1);
      for (const [end, to] of node.ends) if (form.endsWith(end)) step(to, at + 1);
    }
  }
  for (const [name, to] of node.groups) for (const end of read.ends.get(name)?.get(at) ?? []) step(to, end);
  if (node.gap === null) return;
  for (let skipped = 0; skipped <= widestGap; skipped++) {
    follow(node.gap, at + skipped, read, reach);
    const kind = read.tokens[at + skipped]?.kind;
    if (kind === undefined || kind === 'stop' || kind === 'mark') return;
  }
}

/** Spans that no other of the same name holds. */
function longest(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort((a, b) => a.from - b.from || b.to - a.to);
  const kept: Span[] = [];
  for (const span of sorted) {
    const last = kept.at(-1);
    if (last === undefined || !within(span, last)) kept.push(span);
  }
  return kept;
}
