import { candidateAt, type Candidate } from '../candidates.ts';
import type { Listening } from '../listening.ts';
import { france } from '../place-index.ts';
import { cueBefore } from '../roles.ts';
import { isCardHeld } from './asked-fields.ts';
import { isDeniedPlace, isOfPerson } from './not-my-place.ts';

/** "I live in Spain and have a European card": the card is given where one lives. Not sure, and less than any country said to insure. */
export function cardWhereLived(listening: Listening, told: readonly Candidate[]): readonly Candidate[] {
  const own = told.filter(({ person }) => person !== 'other');
  if (own.some(({ field }) => field === 'insuredIn') || !hasCard(listening, own)) return [];
  return listening.places.flatMap((place) => {
    const [code = '', ...more] = place.codes;
    const lived = cueBefore(listening.scene, place, 'role.lives', 1) !== null;
    if (!lived || more.length > 0 || code === france) return [];
    if (isDeniedPlace(listening, place) || isOfPerson(listening, place)) return [];
    return candidateAt(place, 'insuredIn', code, 'weak');
  });
}

function hasCard({ told }: Listening, own: readonly Candidate[]): boolean {
  const here = own.some(({ field, value }) => field === 'ehicUntil' || (field === 'ehic' && isCardHeld(value)));
  return here || isCardHeld(told['ehic']) || 'ehicUntil' in told;
}
