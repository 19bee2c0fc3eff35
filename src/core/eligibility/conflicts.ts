import { isGeneralScheme, type Outcome } from './outcomes.ts';
import type { Text } from '../decision.ts';

/** A conflict among the sources that bears on this answer: shown with both sides. */
export type Conflict = { readonly id: string; readonly text: Text };

/** The flags first, then what the documents say differently about this outcome's papers and waits. */
export function conflictsOf(outcome: Outcome, flags: readonly string[]): readonly Conflict[] {
  return [...new Set([...flags, ...ofOutcome(outcome)])].map((id) => ({
    id,
    text: { key: `eligibility:conflict.${id}` },
  }));
}

function ofOutcome(outcome: Outcome): readonly string[] {
  if (isGeneralScheme(outcome)) return ['C-16', 'C-17', 'C-23'];
  if (outcome === 'EHIC') return ['C-11'];
  return outcome === 'CMU' || outcome === 'PUMA' ? ['C-05'] : [];
}
