/** A share with its 95 % confidence interval. */
export type Share = { readonly share: number; readonly low: number; readonly high: number; readonly of: number };

/**
 * Wilson's score interval (E. B. Wilson, 1927): it holds for few cases and for shares near 0 and 1, where the usual one
 * leaves the range. Null without a case.
 */
export function wilson(successes: number, of: number): Share | null {
  if (of === 0) return null;
  const share = successes / of;
  const middle = (share + z ** 2 / (2 * of)) / (1 + z ** 2 / of);
  const half = (z / (1 + z ** 2 / of)) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half), of };
}

/** The normal distribution's 97.5 % quantile. */
const z = 1.959_964;
