import type { Facts } from './dialogs.ts';
import type { Situation } from '../said.ts';

/** What the student told of their own case before another person's was looked at. */
export function ownToldBefore(situation: Situation, form: string): Facts {
  const own = ownCaseKept(situation);
  return own?.form === form ? own.facts : {};
}

/** The student's own case, open, left or decided: kept while another's is looked at. */
export function ownCaseKept({ dialogs, state }: Situation): { readonly form: string; readonly facts: Facts } | null {
  const { decided, own } = state;
  for (const stack of [state.dialogs, state.parked]) {
    const standing = dialogs.standing(stack);
    if (standing !== null && standing.about === null && Object.keys(standing.facts).length > 0)
      return { form: standing.dialog, facts: standing.facts };
  }
  return decided != null && decided.about == null ? { form: decided.form, facts: decided.facts } : (own ?? null);
}
