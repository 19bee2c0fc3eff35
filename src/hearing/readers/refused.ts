import { overlap, within, type Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { inside } from '../polarity.ts';
import { cueAfter, isDeniedBefore } from '../roles.ts';
import { partAround, type Scene } from '../scene.ts';
import { personAt } from '../whose.ts';

/** Whether a product that is named is not wanted: "no RC", "I already have liability". */
export function isRefused(listening: Listening, span: Span): boolean {
  const { scene, lengths } = listening;
  const part = partAround(scene, span.from);
  if (lengths.some((length) => adds(listening, length) && span.from - length.to === 1)) return false;
  if (scene.marks.of('value.product.too').some(({ to }) => to === span.from)) return false;
  // "No, actually the medical one": the no was to what stands before it.
  const corrections = scene.marks.of('answer.correction').filter(({ to }) => to <= span.from);
  // "No, only the medical one" refuses the rest.
  const onlys = scene.marks.of('value.product.only');
  const isOfTheRest = (no: Span) =>
    onlys.some((only) => (only.from >= no.to || overlap(only, no)) && only.from <= span.from);
  // An article ("ohne die Haftpflicht") may look like the beginning of another part; a no in front of that answers something else.
  const around = { from: Math.min(part.from, span.from - 2), to: part.to };
  const before = ['having.lacks', 'having.not', 'role.owned.before', 'role.dropped.before', 'answer.no'].some((name) =>
    inside(scene, name, name === 'answer.no' ? part : around).some(
      ({ from, to }) =>
        !isOfTheRest({ from, to }) &&
        from < span.from &&
        to < span.to &&
        span.from - to <= 2 &&
        !corrections.some((one) => one.from <= from && one.to >= to) &&
        !corrections.some((one) => one.from >= to),
    ),
  );
  const behind =
    scene.marks.of('answer.no').some(({ from }) => from === span.to) ||
    ['role.owned', 'role.dropped'].some((role) => isSaidBehind(scene, span, role));
  return before || behind || isDeniedBefore(scene, span, 1) || isBoughtByAnother(listening, span);
}

/** "The medical one my parents have taken": said of what it begins with, and of nothing that is named before. */
function isSaidBehind(scene: Scene, span: Span, role: string): boolean {
  if (scene.marks.of(`${role}.after`).some((cue) => within(span, cue))) return true;
  const cue = cueAfter(scene, span, role, 1);
  return cue !== null && scene.parts[cue.from] === scene.parts[span.to - 1];
}

/** "My cousin took the medical one"; "for my cousin" is to be bought. */
function isBoughtByAnother({ scene, persons }: Listening, span: Span): boolean {
  return personAt(persons, span) === 'other' && inside(scene, 'tense.past', partAround(scene, span.from)).length > 0;
}

/** "3 months plus RC": no more than three months. */
export function adds({ scene }: Listening, length: Span): boolean {
  return scene.marks.of('value.product.too').some(({ from }) => from === length.to);
}
