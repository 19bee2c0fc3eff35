import { dayOf, figuresOn } from '../figures.ts';
import type { Asked, DeadlineResult } from './rule.ts';

/** At once after enrolment: online today, with the university in the days of the student scheme; cover counts from enrolment. */
export function registration({ from: enrolment, rates, grounds }: Asked): DeadlineResult {
  const figures = figuresOn(rates, enrolment, 'from', { general: 'general-scheme-start' });
  if (figures.kind === 'unanswerable') return figures;
  const rule = enrolment >= dayOf(figures.values.general) ? 'register' : 'register-with-university';
  return {
    kind: 'dated',
    about: 'register',
    when: { kind: 'day', day: enrolment },
    rule: { key: `deadlines:rule.${rule}`, with: { from: enrolment } },
    flags: grounds[rule].flags,
    facts: [...grounds[rule].facts, ...figures.facts],
  };
}
