import type { Reason } from '../decision.ts';
import type { Item } from './guidance.ts';

/** The documents in which the cited facts stand, S0 to S4 and then X. */
export function sourcesOf(because: readonly Reason[], items: readonly Item[]): readonly string[] {
  const cited = new Set(because.map(({ fact }) => fact));
  for (const { cites } of items) for (const fact of cites) cited.add(fact);
  const documents = new Set<string>();
  for (const fact of cited) documents.add(fact.slice(0, fact.indexOf('-')));
  return [...documents].sort();
}
