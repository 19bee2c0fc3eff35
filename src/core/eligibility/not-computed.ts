import type { Text } from '../decision.ts';
import { isGeneralScheme, type Outcome } from './outcomes.ts';

/** What a reader might take to be part of the decision and is not. */
export type NotComputed = { readonly id: string; readonly text: Text };

export function notComputedOf(outcome: Outcome): readonly NotComputed[] {
  return [...ofOutcome(outcome), 'family', 'residence-law'].map((id) => ({
    id,
    text: { key: `eligibility:notComputed.${id}` },
  }));
}

function ofOutcome(outcome: Outcome): readonly string[] {
  if (isGeneralScheme(outcome)) return ['waits'];
  if (outcome === 'EHIC') return ['home-scheme'];
  if (outcome === 'CMU' || outcome === 'PUMA') return ['income-ceiling'];
  return outcome.startsWith('PR') ? ['private-contract'] : [];
}
