import { changedDecision as decidedAnew, reopenedDecision } from '../forms/change-decision.ts';
import type { Listener } from '../listener.ts';
import { opensAsFollowUp } from '../topics/find-next-topic.ts';

/** "And if I stay 2 months?", "and if I stay longer?": the last decision with another fact, or its question again. */
export const changedDecision: Listener = {
  name: 'changed-decision',
  hear: async (asked) => {
    const changed = await decidedAnew(asked);
    if (changed !== null && (asked.match.kind !== 'answer' || opensAsFollowUp(asked))) return changed;
    return reopenedDecision(asked, asked.match);
  },
};
