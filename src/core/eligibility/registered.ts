import type { Day } from '../day.ts';
import { eraOf } from './era.ts';
import type { Law } from './law.ts';
import { known, type StudentSituation } from './situation.ts';

/** Already in the general scheme. Whoever was in the student scheme in 2017-18 was moved there in 2019 by itself. */
export function isRegistered(situation: StudentSituation, on: Day, law: Law): boolean | undefined {
  const said = known(situation.registered);
  if (said !== undefined) return said;
  const moved =
    known(situation.inStudentScheme2017) === true && known(situation.school) !== 'other' && eraOf(on, law) === 'E4';
  return moved ? true : undefined;
}
