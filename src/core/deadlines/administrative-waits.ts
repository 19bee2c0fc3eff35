import { addDays, addMonths } from '../day.ts';
import { figuresOn, numberOf, rangeOf } from '../figures.ts';
import type { Asked, DeadlineResult } from './rule.ts';

/** The certificate of a private insurance comes by post some weeks after payment; cover has begun by then (C-37). */
export function certificate({ from: payment, rates, grounds }: Asked): DeadlineResult {
  const figures = figuresOn(rates, payment, 'from', { wait: 'certificate-wait' });
  if (figures.kind === 'unanswerable') return figures;
  const weeks = numberOf(figures.values.wait);
  return {
    kind: 'dated',
    about: 'certificate',
    when: { kind: 'day', day: addDays(payment, weeks * daysOfWeek) },
    rule: { key: 'deadlines:rule.certificate', with: { count: weeks } },
    flags: grounds.certificate.flags,
    facts: [...grounds.certificate.facts, ...figures.facts],
  };
}

/** The final number comes months after the registration online: a range, and the longest that ameli speaks of (C-23). */
export function finalNumber({ from: registered, rates, grounds }: Asked): DeadlineResult {
  const figures = figuresOn(rates, registered, 'from', { wait: 'final-number-wait', longest: 'final-number-longest' });
  if (figures.kind === 'unanswerable') return figures;
  const [least, most] = rangeOf(figures.values.wait);
  const longest = numberOf(figures.values.longest);
  return {
    kind: 'dated',
    about: 'final-number',
    when: { kind: 'between', earliest: addMonths(registered, least), latest: addMonths(registered, most) },
    rule: { key: 'deadlines:rule.final-number', with: { least, most, longest, until: addMonths(registered, longest) } },
    flags: grounds['final-number'].flags,
    facts: [...grounds['final-number'].facts, ...figures.facts],
  };
}

/** A temporary number can be used for some months from the day it is given: the first day on which it is over. */
export function temporaryNumberEnd({ from: given, rates, grounds }: Asked): DeadlineResult {
  const figures = figuresOn(rates, given, 'from', { months: 'temporary-number-validity' });
  if (figures.kind === 'unanswerable') return figures;
  const months = numberOf(figures.values.months);
  return {
    kind: 'dated',
    about: 'temporary-number-end',
    when: { kind: 'day', day: addMonths(given, months) },
    rule: { key: 'deadlines:rule.temporary-number-end', with: { months } },
    flags: grounds['temporary-number-end'].flags,
    facts: [...grounds['temporary-number-end'].facts, ...figures.facts],
  };
}

const daysOfWeek = 7;
