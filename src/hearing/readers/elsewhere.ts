import { overlap, type Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { france } from '../place-index.ts';
import { inside } from '../polarity.ts';
import { partAround } from '../scene.ts';

/** "three years in Europe", "two months in Spain", "zwei Monate Spanien", "my internship in Berlin lasted six months": what it is said of was there. */
export function isSpentElsewhere({ scene, places }: Listening, length: Span, cue: Span | null): boolean {
  if (scene.marks.of('role.region.around').some(({ from }) => from === length.to)) return true;
  const ins = scene.marks.of('role.town.after');
  return places.some(({ from, to, kind, codes }) => {
    if (codes.includes(france)) return false;
    const start = ins.find((one) => one.to === from)?.from;
    if (start === undefined) return kind !== 'people' && from === length.to;
    return start === length.to || (cue !== null && cue.to <= start && to <= length.from);
  });
}

/** "I have lived in Brussels for 4 years" is no time in France. */
export function isElsewhere({ scene, places }: Listening, span: Span): boolean {
  const part = partAround(scene, span.from);
  if (inside(scene, 'role.region.around', part).length > 0) return true;
  const ins = scene.marks.of('role.town.after');
  return places.some(
    (place) =>
      overlap(place, part) &&
      !place.codes.includes(france) &&
      // "Germany" and "German" are told apart by what leads to them.
      (place.kind !== 'people' || ins.some(({ to }) => to <= place.from && place.from - to <= 1)),
  );
}

/** "Three nights in hospital": no stay in France. */
export function isInHospital({ scene }: Listening, length: Span): boolean {
  const part = partAround(scene, length.from);
  return ['value.act.hospital-day', 'value.act.psychiatry-day'].some((name) =>
    scene.marks
      .of(name)
      .some((act) => overlap(act, part) && act.from - length.to <= nearby && length.from - act.to <= nearby),
  );
}

/** Words that may stand between a length and the hospital: "three nights that I was in hospital". */
const nearby = 4;
