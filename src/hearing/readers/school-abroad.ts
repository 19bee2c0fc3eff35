import type { Candidate } from '../candidates.ts';
import type { Listening } from '../listening.ts';
import { france } from '../place-index.ts';
import { hasCue } from '../roles.ts';
import { valuesTold } from './values.ts';

/** "My university is in Togo", "enrolled only at home": enrolled at no school in France, unless one there or an exchange is told as well. */
export function schoolAbroadTold(listening: Listening): readonly Candidate[] {
  const { scene, places } = listening;
  const schools = places.filter((place) => hasCue(scene, place, 'role.schooling', articles));
  const isInFrance = schools.some(({ codes }) => codes.includes(france)) || isAtSchoolHere(listening);
  if (isInFrance || scene.marks.of('value.exchange.true').length > 0) return [];
  const abroad = schools.map(({ from, to }): Candidate => ({
    from,
    to,
    field: 'schoolAbroad',
    value: true,
    cue: 'full',
  }));
  return [...abroad, ...valuesTold(listening, ['schoolAbroad'])];
}

/** "In the": a word between. "Enrolled in the health fund of Italy" says of no school. */
const articles = 1;

/** "A master in Lyon": in what is no country abroad. */
function isAtSchoolHere({ scene, places }: Listening): boolean {
  const kinds = Object.keys(scene.language.data.values['school'] ?? {});
  const named = kinds.flatMap((kind) => scene.marks.of(`value.school.${kind}`));
  return scene.marks
    .of('role.town.after')
    .some(
      ({ from, to }) =>
        named.some((school) => school.to === from) && !places.some((place) => place.from - to <= 1 && place.from >= to),
    );
}
