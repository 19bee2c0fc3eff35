import type { Reason } from '../decision.ts';
import type { Item } from './guidance.ts';

/** The documents in which the cited facts stand, S0 to S4 and then X. */
export function sourcesOf(because: readonly Reason[], items: readonly Item[]): readonly string[] {
  const cited = new Set<string>();
  const cite = (fact: string) => cited.add(fact.slice(0, fact.indexOf('-')));
  because.forEach(({ fact }) => cite(fact));
  items.forEach(({ cites }) => {
    cites.forEach(cite);
  });
  return [...cited].sort();
}
