import type { Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { cueBefore } from '../roles.ts';
import { correctionsIn, standsAlone } from '../scene.ts';
import { deniedCounts } from './denied.ts';

/**
 * "3", "no 3 sorry", "about 3, not 4": a number beside which nothing else is said counts what was asked for; "3 people", "we
 * were 3" and "I am 22" count something else.
 * @param also what was offered
 */
export function isByItself(listening: Listening, number: Span, also: readonly Span[] = []): boolean {
  const { scene } = listening;
  const beside = [...scene.marks.of('lead'), ...correctionsIn(scene), ...deniedCounts(listening), ...also];
  return standsAlone(scene, number, beside) && cueBefore(scene, number, 'role.age', 1) === null;
}
