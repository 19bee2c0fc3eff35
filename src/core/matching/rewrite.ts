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

/** `keys` are what the rules are compared with (words, or their stems), `words` what is kept where no rule applies. */
export function rewrite(rewriter: Rewriter, words: readonly string[], keys: readonly string[] = words): string[] {
  const out: string[] = [];
  for (let i = 0; i < words.length;) {
    const length = rewriter.heads.has(keys[i] as string) ? longestRule(rewriter, keys, i) : 0;
    if (length === 0) out.push(words[i] as string);
    else out.push(...(rewriter.rules.get(keys.slice(i, i + length).join(' ')) as readonly string[]));
    i += Math.max(length, 1);
  }
  return out;
}

function longestRule(rewriter: Rewriter, keys: readonly string[], from: number): number {
  for (let length = Math.min(rewriter.longest, keys.length - from); length > 0; length--) {
    if (rewriter.rules.has(keys.slice(from, from + length).join(' '))) return length;
  }
  return 0;
}

/** The words with a language's short forms written out; as they are where the language is not known. */
export function written(words: readonly string[], abbreviations: Rewriter | undefined): string[] {
  return abbreviations === undefined ? [...words] : rewrite(abbreviations, words);
}
