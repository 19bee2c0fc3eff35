import type { Candidate } from '../candidates.ts';
import { overlap } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { valueTold } from './values.ts';

const field = 'registered';
/** Asked for and not there yet: neither yes nor no. */
const underWay = 'unknown';
/** A file was sent, of which alone nobody knows what came of it. */
const sent = 'sent';

/** "I sent my file, no number yet" is no "not registered"; a number that is told beside it says that it has come. */
export function withUnderWay(listening: Listening, told: readonly Candidate[]): readonly Candidate[] {
  const { answers, asked } = listening;
  const asAnswer = asked === field ? valueTold(listening, field, `${field}?`, false) : [];
  const all = [...told, ...asAnswer];
  const of = (value: unknown) => all.filter((one) => one.field === field && one.value === value);
  const files = of(sent);
  // To "are you registered?" a file that was sent is the answer, where no yes stands beside it.
  const isWaiting = of(false).length > 0 || (asked === field && !answers.some(({ value }) => value === true));
  const waiting = [...of(underWay), ...(isWaiting ? files : [])];
  const isDone = of(true).some((one) => ![...waiting, ...files].some((span) => overlap(span, one)));
  const rest = told.filter((one) => one.field !== field || one.value !== sent);
  if (waiting.length === 0) return rest;
  if (isDone) return rest.filter((one) => one.field !== field || one.value === true);
  return [...rest.filter((one) => one.field !== field), ...waiting.map((one) => ({ ...one, value: underWay }))];
}

/** Whether what was told is enough: the "not yet" beside it answers nothing. */
export function isUnderWay(told: readonly Candidate[]): boolean {
  return told.some((one) => one.field === field && one.value === underWay && one.person !== 'other');
}
