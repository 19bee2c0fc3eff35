import { academicYearEnd, addDays, type Day } from '../day.ts';
import type { DeadlineResult } from './deadline.ts';

/** The first day of the stay that the card no longer covers, and what to do before (S2-05, S3-09, C-08). */
export function ehicGap(cardUntil: Day, stayUntil: Day): DeadlineResult {
  const about = 'ehic-gap';
  const uncovered = addDays(cardUntil, 1);
  if (cardUntil < stayUntil) {
    return {
      kind: 'dated',
      about,
      when: { kind: 'day', day: uncovered },
      rule: { key: 'deadlines:rule.ehic-gap', with: { until: cardUntil, uncovered, stayUntil } },
      flags: ['C-08'],
      facts: ['S2-03', 'S2-05', 'S2-06', 'S3-09', 'X-14'],
    };
  }
  // The official tree asks for a card valid to the end of the academic year, whatever the stay.
  const yearEnd = academicYearEnd(stayUntil);
  const short = cardUntil < yearEnd;
  return {
    kind: 'dated',
    about,
    when: { kind: 'never' },
    rule: short
      ? { key: 'deadlines:rule.ehic-short-of-year', with: { until: cardUntil, stayUntil, yearEnd } }
      : { key: 'deadlines:rule.ehic-no-gap', with: { until: cardUntil, stayUntil } },
    flags: short ? ['C-08'] : [],
    facts: ['S2-03', 'S3-09', 'X-14'],
  };
}
