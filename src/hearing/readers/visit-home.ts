import type { DateSaid } from '../dates.ts';
import { overlap, within, type Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { cueBefore } from '../roles.ts';
import { partAround } from '../scene.ts';

/** "I go home for two weeks at Christmas", and come back. */
export function isVisit({ scene, lengths, dates }: Listening, date: DateSaid, leave: Span): boolean {
  const part = partAround(scene, date.from);
  return lengths.some(
    (length) => length.from >= leave.to && within(length, part) && !dates.some((one) => overlap(one, length)),
  );
}

/** "I fly home for Christmas", and come back. */
export function isForFeast({ scene, asked }: Listening, date: Span): boolean {
  const feast = Object.keys(scene.language.data.dates.feasts).some((name) =>
    scene.marks.of(`feast.${name}`).some((mark) => overlap(mark, date)),
  );
  return feast && asked !== 'stayUntil' && cueBefore(scene, date, 'role.visit') !== null;
}
