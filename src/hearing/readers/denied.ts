import type { Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { inside } from '../polarity.ts';
import { cueAfter, cueBefore, isBound, isDeniedBefore, isNearly } from '../roles.ts';
import { partAround, type Scene } from '../scene.ts';

/** "not 10", "I don't leave in June", and "less than 3", which is no value; "a little over 3" is one. */
export function isDenied({ scene }: Listening, span: Span): boolean {
  if (isNearly(scene, span)) return false;
  const deny = isDeniedBefore(scene, span, 1) ? cueBefore(scene, span, 'deny', 1) : null;
  if ((deny !== null && !isTakenBack(scene, deny, span)) || cueAfter(scene, span, 'deny') !== null) return true;
  const part = partAround(scene, span.from);
  const not = inside(scene, 'having.not', part).some(
    (one) => one.to <= span.from && span.from - one.to <= reachOfDenial && !isTakenBack(scene, one, span),
  );
  return not || isBound(scene, span);
}

/** "Seven, that is not right, five": the "not" is of what was said before. */
function isTakenBack({ marks }: Scene, not: Span, span: Span): boolean {
  return marks.of('answer.correction').some(({ to }) => to >= not.to && to <= span.from);
}

const reachOfDenial = 3;

/** "1 year, not 2": the other number, and the word that denies it. */
export function deniedCounts(listening: Listening): readonly Span[] {
  const numbers = listening.bare.filter((number) => isDenied(listening, number));
  return [...listening.scene.marks.of('deny.before'), ...numbers];
}
