import type { Rates } from '../dated.ts';
import type { Day } from '../day.ts';
import { dayOf, figuresOn } from '../figures.ts';
import type { DeadlineResult } from './deadline.ts';

/** At once after enrolment: online today, with the university in the days of the student scheme; cover counts from enrolment. */
export function registration(enrolment: Day, rates: Rates): DeadlineResult {
  const figures = figuresOn(rates, enrolment, 'from', { general: 'general-scheme-start' });
  if (figures.kind === 'unanswerable') return figures;
  const online = enrolment >= dayOf(figures.values.general);
  return {
    kind: 'dated',
    about: 'register',
    when: { kind: 'day', day: enrolment },
    rule: {
      key: online ? 'deadlines:rule.register' : 'deadlines:rule.register-with-university',
      with: { from: enrolment },
    },
    flags: online ? ['C-24'] : [],
    facts: online ? ['S2-08', 'S2-15', 'S4-21', 'X-16', ...figures.facts] : ['S1-03', 'S1-24', ...figures.facts],
  };
}
