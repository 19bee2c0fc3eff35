import { overlap, type Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { inside } from '../polarity.ts';
import { cueAfter, isBound, isDeniedBefore, nearlyBeside } from '../roles.ts';
import { partAround } from '../scene.ts';

/** "not 10", "I don't leave in June", and "less than 3", which is no value; "a little over 3" is one. */
export function isDenied({ scene }: Listening, span: Span): boolean {
  if (isDeniedBefore(scene, span, 1) || cueAfter(scene, span, 'deny') !== null) return true;
  const nearly = nearlyBeside(scene, span);
  const not = inside(scene, 'having.not', partAround(scene, span.from)).some(
    (one) => one.to <= span.from && span.from - one.to <= reachOfDenial && !(nearly !== null && overlap(nearly, one)),
  );
  return not || (isBound(scene, span) && nearly === null);
}

const reachOfDenial = 3;
