import { academicYearEnd, addDays } from '../day.ts';
import type { Asked, DeadlineResult } from './rule.ts';

/** The first day of the stay that the card no longer covers, and what to do before (S2-05, S3-09, C-08). */
export function ehicGap({ from: cardUntil, stayUntil, grounds }: Asked): DeadlineResult {
  const about = 'ehic-gap';
  const uncovered = addDays(cardUntil, 1);
  if (cardUntil < stayUntil) {
    return {
      kind: 'dated',
      about,
      when: { kind: 'day', day: uncovered },
      rule: { key: 'deadlines:rule.ehic-gap', with: { until: cardUntil, uncovered, stayUntil } },
      flags: grounds['ehic-gap'].flags,
      facts: grounds['ehic-gap'].facts,
    };
  }
  // The official tree asks for a card valid to the end of the academic year, whatever the stay.
  const yearEnd = academicYearEnd(stayUntil);
  const rule = cardUntil < yearEnd ? 'ehic-short-of-year' : 'ehic-no-gap';
  const filledWith = { until: cardUntil, stayUntil, ...(rule === 'ehic-short-of-year' && { yearEnd }) };
  return {
    kind: 'dated',
    about,
    when: { kind: 'never' },
    rule: { key: `deadlines:rule.${rule}`, with: filledWith },
    flags: grounds[rule].flags,
    facts: grounds[rule].facts,
  };
}
