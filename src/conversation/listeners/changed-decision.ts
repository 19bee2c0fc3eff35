import { changedDecision as decidedAnew, reopenedDecision, tellsAnew } from '../forms/change-decision.ts';
import { formMeant } from '../forms/find-form.ts';
import { lastDecision } from '../forms/look-back.ts';
import type { Asked, Listener } from '../listener.ts';
import { opensAsFollowUp } from '../topics/find-next-topic.ts';

/** "And if I stay 2 months?", "and if I stay longer?": the last decision with another fact, or its question again. */
export const changedDecision: Listener = {
  name: 'changed-decision',
  hear: async (asked) => {
    const changed = await decidedAnew(asked);
    const isMeant = asked.match.kind !== 'answer' || opensAsFollowUp(asked) || tellsAnew(asked) || meansIt(asked);
    if (changed !== null && isMeant) return changed;
    return reopenedDecision(asked, asked.match);
  },
};

/** "I am 19" after a decision: the form that was decided, not one begun anew that has forgotten it all. */
function meansIt(asked: Asked): boolean {
  return formMeant(asked, asked.match) === lastDecision(asked)?.form;
}
