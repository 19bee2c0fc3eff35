import { academicYearEnd, addMonths } from '../../src/core/day.ts';
import { decideEligibility, type Law, type StudentSituation } from '../../src/core/eligibility/index.ts';
import { isKnownDay } from '../known-day.ts';

/**
 * Whether the row hangs on when the stay began, which nobody told: a card with a last day, and a stay as a length alone. The core
 * counts such a stay from the day of the decision; most who ask have been here for some time, and some are still to come.
 */
export function hangsOnStart(situation: StudentSituation, law: Law, row: string): boolean {
  const { on, ehicUntil, stayMonths, stayFrom, stayUntil } = situation;
  const isOpen =
    isKnownDay(ehicUntil) && typeof stayMonths === 'number' && !isKnownDay(stayFrom) && !isKnownDay(stayUntil);
  if (!isOpen || !isKnownDay(on)) return false;
  // As long ago as the stay is just not over, and as late as the academic year allows.
  const starts = [addMonths(on, -Math.ceil(stayMonths)), academicYearEnd(on)];
  return starts.some((start) => rowFrom({ ...situation, stayFrom: start }, law) !== row);
}

/** Of a card that cannot be held against the stay nothing is known. */
export function withoutCompared(situation: StudentSituation): StudentSituation {
  return { ...situation, ehic: 'unknown', ehicUntil: 'unknown' };
}

function rowFrom(situation: StudentSituation, law: Law): string | null {
  const decision = decideEligibility(situation, law);
  return decision.kind === 'decided' ? decision.row : null;
}
