import type { Reason } from '../decision.ts';
import type { Item } from './guidance.ts';

/** The documents in which the cited facts stand, S0 to S4 and then X. */
export function sourcesOf(because: readonly Reason[], items: readonly Item[]): readonly string[] {
  const facts = [...because.map(({ fact }) => fact), ...items.flatMap(({ cites }) => cites)];
  const cited = new Set(facts.map((fact) => fact.slice(0, fact.indexOf('-'))));
  return [...cited].sort();
}
