/** Replaces sequences of tokens by others, the longest first, from left to right; what was replaced is not read again. */
export type Rewriter = {
  readonly longest: number;
  readonly rules: ReadonlyMap<string, readonly string[]>;
  /** First tokens of the rules: most texts hold none, and then nothing is joined. */
  readonly heads: ReadonlySet<string>;
};

export function createRewriter(rules: Iterable<readonly [from: readonly string[], to: readonly string[]]>): Rewriter {
  const map = new Map<string, readonly string[]>();
  const heads = new Set<string>();
  let longest = 0;
  for (const [from, to] of rules) {
    const key = from.join(' ');
    const [head] = from;
    if (head === undefined || map.has(key)) continue;
    map.set(key, to);
    heads.add(head);
    longest = Math.max(longest, from.length);
  }
  return { longest, rules: map, heads };
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

function longestRule(readings: readonly Reading[], from: number) {
  const asked = readings.filter(({ rewriter, keys }) => rewriter.heads.has(keys[from] as string));
  const longest = Math.max(0, ...asked.map(({ rewriter, keys }) => Math.min(rewriter.longest, keys.length - from)));
  for (let length = longest; length > 0; length--) {
    for (const { rewriter, keys } of asked) {
      const to = rewriter.rules.get(keys.slice(from, from + length).join(' '));
      if (to !== undefined) return { to, length };
    }
  }
  return null;
}

/** The words with a language's short forms written out; as they are where the language is not known. */
export function written(words: readonly string[], abbreviations: Rewriter | undefined): string[] {
  return abbreviations === undefined ? [...words] : rewrite(abbreviations, words);
}
