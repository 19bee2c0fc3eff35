import type { AtDesk } from '../conversation/reply.ts';
import type { HandoverStanding } from '../ports/conversations.ts';

/** A hand-over as a turn at this instant sees it. */
export function standingAt(standing: HandoverStanding | null, now: Date): AtDesk | null {
  if (standing === null) return null;
  const { reference, state, holder, actedAt, closedAt } = standing;
  const since = (instant: string | null, unit: number) =>
    instant === null ? null : Math.floor((now.getTime() - Date.parse(instant)) / unit);
  return {
    reference,
    closed: state === 'closed',
    holder,
    act: actedAt,
    idleMinutes: since(actedAt, 60_000),
    closedDays: state === 'closed' ? since(closedAt, 86_400_000) : null,
  };
}
