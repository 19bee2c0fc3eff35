import type { Candidate } from '../candidates.ts';
import type { Listening } from '../listening.ts';
import { personAt } from '../whose.ts';

/**
 * "My little boy saw the GP. I'm 34", "we saw the GP … I'm 29, she is four": the age is asked of who was seen, and of two people
 * it is not told who that was.
 */
export function ofWhoWasSeen({ persons, asked }: Listening, told: readonly Candidate[]): readonly Candidate[] {
  if (asked !== null) return told;
  const isOther = (one: Candidate) => (one.person ?? personAt(persons, one)) === 'other';
  const of = (field: string) => told.filter((one) => one.field === field);
  const isOfAnother = of('age').some(isOther) || (of('act').length > 0 && of('act').every(isOther));
  return isOfAnother ? told.filter((one) => one.field !== 'age' || isOther(one)) : told;
}
