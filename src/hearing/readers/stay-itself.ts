import type { Candidate } from '../candidates.ts';
import type { Listening } from '../listening.ts';
import { cueBefore } from '../roles.ts';
import { correctionsIn } from '../scene.ts';
import { personAt } from '../whose.ts';

const field = 'stayMonths';

/** "A master takes two years, my stay in France is six months": what is called the stay is it, and no length of studies. */
export function ofTheStayItself(listening: Listening, told: readonly Candidate[]): readonly Candidate[] {
  const { scene, persons } = listening;
  const itself = told.filter(
    (one) =>
      one.field === field &&
      personAt(persons, one) === 'student' &&
      cueBefore(scene, one, 'role.itself', furthest) !== null,
  );
  const [first] = itself;
  if (first === undefined) return told;
  // "I stay six months, sorry, my master is ten months": what puts it right counts.
  const isCorrected = correctionsIn(scene).some(({ from }) => from >= first.to);
  const isOther = (one: Candidate) => personAt(persons, one) === 'other';
  return isCorrected ? told : told.filter((one) => one.field !== field || itself.includes(one) || isOther(one));
}

/** Words between: "only", "about". */
const furthest = 2;
