import type { Rates } from '../dated.ts';
import { addMonths, type Day } from '../day.ts';
import { dayOf, figuresOn, numberOf, rangeOf, type Figures } from '../figures.ts';
import type { Asked, DeadlineResult } from './rule.ts';

/** "CMU" can be asked for after some months in France; on that day it may be called otherwise (C-05). */
export function cmuRequest({ from: arrival, rates, grounds }: Asked): DeadlineResult {
  const figures = figuresOf(arrival, rates);
  if (figures.kind === 'unanswerable') return figures;
  const wait = numberOf(figures.values.wait);
  const asked = addMonths(arrival, wait);
  return {
    kind: 'dated',
    about: 'cmu-request',
    when: { kind: 'day', day: asked },
    rule: { key: `deadlines:rule.cmu-request.${nameOn(asked, figures.values)}`, with: { wait, asked } },
    flags: grounds['cmu-request'].flags,
    facts: [...grounds['cmu-request'].facts, ...figures.facts],
  };
}

/** The handling begins with the request, so its months are counted from that day. */
export function cmuDecision({ from: arrival, rates, grounds }: Asked): DeadlineResult {
  const figures = figuresOf(arrival, rates);
  if (figures.kind === 'unanswerable') return figures;
  const wait = numberOf(figures.values.wait);
  const [least, most] = rangeOf(figures.values.handling);
  const asked = addMonths(arrival, wait);
  return {
    kind: 'dated',
    about: 'cmu-decision',
    when: { kind: 'between', earliest: addMonths(asked, least), latest: addMonths(asked, most) },
    rule: { key: `deadlines:rule.cmu-decision.${nameOn(asked, figures.values)}`, with: { wait, asked, least, most } },
    flags: grounds['cmu-decision'].flags,
    facts: [...grounds['cmu-decision'].facts, ...figures.facts],
  };
}

function figuresOf(arrival: Day, rates: Rates) {
  return figuresOn(rates, arrival, 'from', {
    wait: 'residence-wait',
    handling: 'cmu-handling',
    puma: 'puma-start',
    css: 'css-start',
  });
}

type Values = Extract<Figures<'puma' | 'css'>, { kind: 'known' }>['values'];

/** What stood behind the word "CMU": CMU de base, then PUMa, then PUMa beside the CSS for low incomes. */
function nameOn(asked: Day, { puma, css }: Values): 'cmu' | 'puma' | 'puma-and-css' {
  if (asked < dayOf(puma)) return 'cmu';
  return asked < dayOf(css) ? 'puma' : 'puma-and-css';
}
