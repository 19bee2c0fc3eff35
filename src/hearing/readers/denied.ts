import type { Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { inside } from '../polarity.ts';
import { cueAfter, isBound, isDeniedBefore, isNearly } from '../roles.ts';
import { partAround } from '../scene.ts';

/** "not 10", "I don't leave in June", and "less than 3", which is no value; "a little over 3" is one. */
export function isDenied({ scene }: Listening, span: Span): boolean {
  if (isNearly(scene, span)) return false;
  if (isDeniedBefore(scene, span, 1) || cueAfter(scene, span, 'deny') !== null) return true;
  const part = partAround(scene, span.from);
  const not = inside(scene, 'having.not', part).some(({ to }) => to <= span.from && span.from - to <= reachOfDenial);
  return not || isBound(scene, span);
}

const reachOfDenial = 3;
