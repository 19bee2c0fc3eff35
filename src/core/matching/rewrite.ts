/** Replaces sequences of tokens by others, the longest first, from left to right; what was replaced is not read again. */
export type Rewriter = { readonly rulesFrom: (head: string) => Rules | undefined };

/** The rules that begin with one token: what stands for its sequences, and how long those are, the longest first. */
type Rules = { readonly lengths: readonly number[]; readonly to: ReadonlyMap<string, readonly string[]> };

/** Rules as they are kept: by their first token, a line for each. To read those of one token when it comes takes no time. */
export type WrittenRules = ReadonlyMap<string, string>;

export type Rule = readonly [from: readonly string[], to: readonly string[]];

/** Of rules for the same tokens the first. */
export function writeRules(rules: Iterable<Rule>): WrittenRules {
  const byHead = new Map<string, Map<string, string>>();
  for (const [from, to] of rules) {
    const [head] = from;
    if (head === undefined) continue;
    const lines = byHead.get(head) ?? new Map<string, string>();
    if (lines.size === 0) byHead.set(head, lines);
    const key = from.join(' ');
    if (!lines.has(key)) lines.set(key, to.join(' '));
  }
  return new Map(
    [...byHead].map(([head, lines]) => [head, Array.from(lines, ([from, to]) => `${from}\t${to}`).join('\n')]),
  );
}

export function openRules(written: WrittenRules): Rewriter {
  const opened = new Map<string, Rules>();
  return {
    rulesFrom(head) {
      const known = opened.get(head);
      if (known !== undefined) return known;
      const lines = written.get(head);
      if (lines === undefined) return undefined;
      const rules = readRules(lines);
      opened.set(head, rules);
      return rules;
    },
  };
}

export function createRewriter(rules: Iterable<Rule>): Rewriter {
  return openRules(writeRules(rules));
}

function readRules(lines: string): Rules {
  const to = new Map<string, readonly string[]>();
  const lengths = new Set<number>();
  for (const line of lines.split('\n')) {
    const [from, words] = line.split('\t') as [string, string];
    to.set(from, words === '' ? [] : words.split(' '));
    lengths.add(from.split(' ').length);
  }
  return { to, lengths: [...lengths].sort((a, b) => b - a) };
}

/** A rewriter, and what of each token its rules are compared with: the word, or its stem. */
export type Reading = { readonly rewriter: Rewriter; readonly keys: readonly string[] };

/** The words with what the rules say in their place. */
export function rewrite(rewriter: Rewriter, words: readonly string[]): string[] {
  return rewriteBy(words, [{ rewriter, keys: words }]);
}

/** As `rewrite`, by several readings of the same tokens: of two rules for as many tokens, the one of the earlier reading. */
export function rewriteBy(words: readonly string[], readings: readonly Reading[]): string[] {
  const out: string[] = [];
  for (let i = 0; i < words.length;) {
    const rule = longestRule(readings, i);
    if (rule === null) out.push(words[i] as string);
    else out.push(...rule.to);
    i += rule?.length ?? 1;
  }
  return out;
}

type Found = { readonly to: readonly string[]; readonly length: number };

function longestRule(readings: readonly Reading[], from: number): Found | null {
  let longest: Found | null = null;
  for (const reading of readings) {
    const least: number = longest?.length ?? 0;
    longest = ruleOver(reading, from, least) ?? longest;
  }
  return longest;
}

/** The longest rule of a reading for more than so many tokens. */
function ruleOver({ rewriter, keys }: Reading, from: number, least: number): Found | null {
  const rules = rewriter.rulesFrom(keys[from] as string);
  if (rules === undefined) return null;
  for (const length of rules.lengths) {
    if (length <= least) return null;
    const to = from + length > keys.length ? undefined : rules.to.get(keys.slice(from, from + length).join(' '));
    if (to !== undefined) return { to, length };
  }
  return null;
}

/** The words with a language's short forms written out; as they are where the language is not known. */
export function written(words: readonly string[], abbreviations: Rewriter | undefined): string[] {
  return abbreviations === undefined ? [...words] : rewrite(abbreviations, words);
}
