/** Replaces sequences of tokens by others, the longest first, from left to right; what was replaced is not read again. */
export type Rewriter = {
  readonly rules: ReadonlyMap<string, readonly string[]>;
  /** First tokens of the rules, and how long the rules are that begin so, the longest first: nothing else is joined. */
  readonly lengths: ReadonlyMap<string, readonly number[]>;
};

export function createRewriter(rules: Iterable<readonly [from: readonly string[], to: readonly string[]]>): Rewriter {
  const map = new Map<string, readonly string[]>();
  const lengths = new Map<string, number[]>();
  for (const [from, to] of rules) {
    const key = from.join(' ');
    const [head] = from;
    if (head === undefined || map.has(key)) continue;
    map.set(key, to);
    const known = lengths.get(head);
    if (known === undefined) lengths.set(head, [from.length]);
    else if (!known.includes(from.length)) known.push(from.length);
  }
  for (const known of lengths.values()) known.sort((a, b) => b - a);
  return { rules: map, lengths };
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

type Rule = { readonly to: readonly string[]; readonly length: number };

function longestRule(readings: readonly Reading[], from: number): Rule | null {
  let longest: Rule | null = null;
  for (const reading of readings) {
    const least: number = longest?.length ?? 0;
    longest = ruleOver(reading, from, least) ?? longest;
  }
  return longest;
}

/** The longest rule of a reading for more than so many tokens. */
function ruleOver({ rewriter, keys }: Reading, from: number, least: number): Rule | null {
  for (const length of rewriter.lengths.get(keys[from] as string) ?? none) {
    if (length <= least) return null;
    const to = from + length > keys.length ? undefined : rewriter.rules.get(keys.slice(from, from + length).join(' '));
    if (to !== undefined) return { to, length };
  }
  return null;
}

const none: readonly number[] = [];

/** The words with a language's short forms written out; as they are where the language is not known. */
export function written(words: readonly string[], abbreviations: Rewriter | undefined): string[] {
  return abbreviations === undefined ? [...words] : rewrite(abbreviations, words);
}
