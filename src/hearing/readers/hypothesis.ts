import type { Candidate } from '../candidates.ts';
import { overlap, type Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { partAround } from '../scene.ts';

/**
 * "And if I find a job?" tells of no job, and while a form asks, "what if I stay until May?" asks back. Unasked, another length or
 * age that is supposed is the case that is asked about.
 */
export function isHypothesis(listening: Listening, candidate: Candidate): boolean {
  if (listening.asked === null && candidate.field !== 'work') return false;
  return isSupposed(listening, candidate);
}

/** Behind "if I", or before 的话. */
function isSupposed({ scene }: Listening, { from }: Span): boolean {
  const part = partAround(scene, from);
  const before = scene.marks.of('having.suppose').some((one) => one.from <= from && overlap(one, part));
  return before || scene.marks.of('having.supposeLast').some((one) => one.from > from && overlap(one, part));
}
