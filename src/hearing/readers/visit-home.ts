import type { DateSaid } from '../dates.ts';
import { overlap, within, type Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { inside } from '../polarity.ts';
import { cueBefore } from '../roles.ts';
import { partAround } from '../scene.ts';

/** "I go home for two weeks at Christmas", and come back. */
export function isVisit({ scene, lengths, dates }: Listening, date: DateSaid, leave: Span): boolean {
  const part = partAround(scene, date.from);
  return lengths.some(
    (length) => length.from >= leave.to && within(length, part) && !dates.some((one) => overlap(one, length)),
  );
}

/** "I fly home for Christmas", "in December I go home": and come back, unless it was asked until when. */
export function isForFeast({ scene, asked }: Listening, date: DateSaid): boolean {
  if (asked === 'stayUntil') return false;
  const feast = Object.keys(scene.language.data.dates.feasts).some((name) =>
    scene.marks.of(`feast.${name}`).some((mark) => overlap(mark, date)),
  );
  if (feast && cueBefore(scene, date, 'role.visit') !== null) return true;
  const isMonth = date.said.kind === 'month' && date.said.year === null;
  return (
    (feast || isMonth) &&
    cueBefore(scene, date, 'date.until') === null &&
    scene.marks.of('role.visit.around').some((mark) => overlap(mark, date)) &&
    inside(scene, 'role.homeward.around', partAround(scene, date.from)).length > 0
  );
}

/** "I go home for Christmas and come back in January". */
export function isBackFromFeast({ scene }: Listening, date: Span): boolean {
  const said = (name: string) =>
    scene.marks
      .of(name)
      .some(({ from, to }) => to <= date.from && scene.sentences[from] === scene.sentences[date.from]);
  return said('role.visit.around') && said('role.homeward.around');
}

/** "Over Christmas I am back home" is not: not in France yet. */
export function isAtHomeForFeast({ scene }: Listening, home: Span): boolean {
  const homeward = scene.marks.of('role.homeward.around').some((mark) => overlap(mark, home));
  return homeward && inside(scene, 'role.visit.around', partAround(scene, home.from)).length > 0;
}
