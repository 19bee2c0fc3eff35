import { lazily } from '../core/lazily.ts';
import { AppError } from '../core/errors.ts';
import { phraseReader, type Step } from './phrases.ts';
import type { Spelling, Token } from './tokens.ts';
import { addTo, follow, newNode, wordsIn, type Node } from './trie.ts';

/** Words `from` … `to` (exclusive) of a text. */
export type Span = { readonly from: number; readonly to: number };

export type Valued = Span & { readonly value: number };

/** Where the phrases of a name stand in a text, in the order of the text; and those of `number.12`, by the number that they say. */
export type Marks = {
  of(name: string): readonly Span[];
  valued(prefix: string): readonly Valued[];
};

/** All phrases of a language, each under a name, looked for at once. */
export type Lexicon = {
  marksIn(tokens: readonly Token[]): Marks;
  /** The words of all phrases, and what words begin with: `insur*`. */
  words(): { readonly exact: ReadonlySet<string>; readonly beginnings: ReadonlySet<string> };
};

export type Phrases = Readonly<Record<string, readonly string[]>>;

/**
 * @param groups stand in other phrases as `<name>`
 * @param hidden the name of phrases of which no word is heard: "no problem" is no no
 * @param shown what names that are heard even there begin with: "last year" and "last week" count nothing, and say which is meant; "I do not know until when" tells of a card
 */
export function createLexicon(
  groups: Phrases,
  phrases: Phrases,
  { hidden, shown }: { readonly hidden: string; readonly shown: readonly string[] },
  spelling: Spelling,
): Lexicon {
  const { roots, inner } = levelsOf(groups, phrases, spelling);
  return {
    marksIn: (tokens) => {
      const spans = found(roots, inner, tokens);
      const covering = longest(spans.get(hidden) ?? []);
      const kept = new Map<string, readonly Span[]>();
      const values = new Map<string, readonly Valued[]>();
      const of = (name: string): readonly Span[] => {
        if (name === hidden) return covering;
        const before = kept.get(name);
        if (before !== undefined) return before;
        const all = spans.get(name);
        // Most names are not there, and are asked for in every text.
        if (all === undefined) return nowhere;
        const seen = longest(all);
        const visible =
          covering.length === 0 || shown.some((prefix) => name.startsWith(prefix))
            ? seen
            : seen.filter((span) => !covering.some((cover) => within(span, cover)));
        kept.set(name, visible);
        return visible;
      };
      const valued = (prefix: string): readonly Valued[] => {
        const before = values.get(prefix);
        if (before !== undefined) return before;
        const all = [...spans.keys()].flatMap((name) => {
          const value = name.startsWith(`${prefix}.`) ? Number(name.slice(prefix.length + 1)) : NaN;
          return Number.isNaN(value) ? [] : of(name).map((span) => ({ ...span, value }));
        });
        values.set(prefix, all);
        return all;
      };
      return { of, valued };
    },
    words: lazily(() => {
      const [exact, beginnings] = [new Set<string>(), new Set<string>()];
      for (const root of roots) wordsIn(root, exact, beginnings);
      return { exact, beginnings };
    }),
  };
}

const nowhere: readonly Span[] = [];

export function within(inner: Span, outer: Span): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}

export function overlap(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

/**
 * One tree a level: a group or a choice is looked for before what holds it, so that a phrase with three choices of ten is
 * thirty branches and not a thousand.
 */
function levelsOf(
  groups: Phrases,
  phrases: Phrases,
  spelling: Spelling,
): { readonly roots: readonly Node[]; readonly inner: ReadonlySet<string> } {
  const parsed = new Map<string, readonly (readonly Step[])[]>();
  const levels = new Map<string, number>();
  const roots: Node[] = [];
  const register = (name: string, ways: readonly (readonly Step[])[], open: ReadonlySet<string>): number => {
    const before = levels.get(name);
    if (before !== undefined) return before;
    if (open.has(name)) throw new AppError('knowledge/invalid-file', `<${name}> holds itself`, { name });
    const inner = new Set([...open, name]);
    const level = 1 + Math.max(-1, ...ways.flat().map((step) => levelOfStep(step, inner)));
    levels.set(name, level);
    const root = (roots[level] ??= newNode());
    for (const way of ways) addTo(root, way, name, ({ written }) => written);
    return level;
  };
  const levelOfStep = (step: Step, open: ReadonlySet<string>): number => {
    if (step.kind === 'choice') return register(step.written, step.ways, open);
    if (step.kind !== 'group') return -1;
    const ways = parsed.get(step.name);
    if (ways !== undefined) return register(step.name, ways, open);
    throw new AppError('knowledge/unknown-reference', `<${step.name}> is no group of this language`, {
      name: step.name,
    });
  };
  const read = phraseReader(spelling);
  const parse = (ways: readonly string[]) => ways.map(read);
  for (const [name, ways] of Object.entries(groups)) parsed.set(name, parse(ways));
  for (const [name, ways] of parsed) register(name, ways, new Set());
  for (const [name, ways] of Object.entries(phrases)) register(name, parse(ways), new Set());
  return { roots, inner: new Set([...levels.keys()].filter((name) => !(name in phrases))) };
}

/** @param inner groups and choices: what other phrases hold */
function found(
  levels: readonly Node[],
  inner: ReadonlySet<string>,
  tokens: readonly Token[],
): ReadonlyMap<string, readonly Span[]> {
  const spans = new Map<string, Span[]>();
  const ends = tokens.map(() => new Map<string, Set<number>>());
  for (const root of levels) {
    for (const [from, starting] of ends.entries()) {
      follow(root, from, tokens, ends, (names, to) => {
        for (const name of names) {
          if (inner.has(name)) {
            const before = starting.get(name);
            if (before === undefined) starting.set(name, new Set([to]));
            else before.add(to);
            continue;
          }
          const list = spans.get(name);
          if (list === undefined) spans.set(name, [{ from, to }]);
          else list.push({ from, to });
        }
      });
    }
  }
  return spans;
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
