import type { Day } from '../day.ts';
import { bits, type Value } from './dimensions.ts';
import { thresholds, type Law } from './law.ts';
import { known, type StudentSituation } from './situation.ts';

export type Era = 'E1' | 'E2' | 'E3' | 'E4';

/** The regime in force: CMU and the student scheme, PUMa and the student scheme, the year of transition, the general scheme. */
export function eraOf(on: Day, law: Law): Era {
  const { pumaStart, generalSchemeStart, studentMutualEnd } = thresholds(law);
  if (on < pumaStart) return 'E1';
  if (on < generalSchemeStart) return 'E2';
  return on <= studentMutualEnd ? 'E3' : 'E4';
}

/** In the year of transition it matters who was in the student scheme before; in no other. */
export function eraBits(situation: StudentSituation, on: Day, law: Law): number {
  const era = eraOf(on, law);
  return bits('era', era === 'E3' ? cohorts(known(situation.inStudentScheme2017)) : [era]);
}

function cohorts(continuing: boolean | undefined): readonly Value<'era'>[] {
  if (continuing === undefined) return ['E3-continuing', 'E3-new'];
  return [continuing ? 'E3-continuing' : 'E3-new'];
}
