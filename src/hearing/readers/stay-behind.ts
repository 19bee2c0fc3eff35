import type { Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { cueAfter, cueBefore } from '../roles.ts';
import { stayFields } from './asked-fields.ts';

/** Said behind the day of arrival, and led to by what leads to a stay. */
export function isForSoLong({ scene, dates }: Listening, length: Span): boolean {
  const came = dates.some(
    (date) => date.to <= length.from && cueBefore(scene, date, 'role.arrive', 1) !== null && date.edge === null,
  );
  return (
    came &&
    scene.marks.of('role.visit.before').some(({ to }) => to === length.from) &&
    cueAfter(scene, length, 'role.elapsed') === null
  );
}

/** "language school 10 weeks". */
export function isBehindSchool({ scene, asked }: Listening, length: Span): boolean {
  const schools = Object.keys(scene.language.data.values['school'] ?? {});
  // "A doctorate, three years or four": of none.
  const isRange = scene.marks.of('number.range').some(({ from }) => from === length.to);
  return (
    !stayFields.has(asked) &&
    !isRange &&
    schools.some((school) => scene.marks.of(`value.school.${school}`).some(({ to }) => to === length.from))
  );
}
