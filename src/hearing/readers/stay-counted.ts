import type { Candidate } from '../candidates.ts';
import { monthsIn, type LengthSaid } from '../lengths.ts';
import type { Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { cueBefore } from '../roles.ts';
import { inside } from '../polarity.ts';
import { correctionsIn, endsThere, isEmpty, partAround, standsAlone, type Scene } from '../scene.ts';
import { personAt } from '../whose.ts';
import { stayFields } from './asked-fields.ts';
import { isDenied } from './denied.ts';

/** Nobody counts more of them without their unit. */
export const mostMonths = 72;

/** "10 months, sorry no, 5", "the visa is for 12 months, I stay nine": a number behind a length counts the same. */
export function countedAlike(
  listening: Listening,
  told: readonly Candidate[],
  lengths: readonly LengthSaid[],
): readonly Candidate[] {
  return listening.bare.flatMap((number): Candidate[] => {
    const before = lengths.findLast(({ to }) => to <= number.from);
    if (before === undefined || number.value > mostMonths || isDenied(listening, number)) return [];
    if (!endsThere(listening.scene, number)) return [];
    const counted = whatCounts(listening, before, number, told);
    // "The visa is for a year, I stay seven": nobody stays seven years.
    const alike = monthsIn(number.value, before.unit);
    const value = alike > mostMonths ? number.value : alike;
    return counted === null ? [] : [{ ...counted, from: number.from, to: number.to, value }];
  });
}

function whatCounts(
  listening: Listening,
  before: LengthSaid,
  number: Span,
  told: readonly Candidate[],
): Pick<Candidate, 'field' | 'cue'> | null {
  const { asked, scene } = listening;
  const own = told.find(
    ({ from, field }) => from === before.from && (field === 'stayMonths' || field === 'monthsInFrance'),
  );
  const isBetween = ({ from, to }: Span) => from >= before.to && to <= number.from;
  const isOfOther = personAt(listening.persons, before) === 'other';
  const corrected =
    // What another person's length is not is no length of one's own.
    !(isOfOther && personAt(listening.persons, number) === 'student') &&
    (scene.marks.of('answer.correction').some(isBetween) || isRefused(scene, before, number));
  const instead = corrected || isDenied(listening, before) || isOwnBehindOther(listening, before, number);
  if (own !== undefined && instead) return { field: own.field, cue: own.cue };
  // "Ten months, of which I have done three".
  if (own?.field === 'stayMonths' && cueBefore(scene, number, 'role.spent') !== null)
    return { field: 'monthsInFrance', cue: 'full' };
  // "Waiting for two months, here for five", "I stay nine, and have been here for four of them".
  if (own?.field !== 'monthsInFrance' && cueBefore(scene, number, 'role.elapsed') !== null && endsThere(scene, number))
    return { field: 'monthsInFrance', cue: 'full' };
  const others = own === undefined || isOfOther;
  if (others && isSaidToStay(listening, number))
    return asked === 'monthsInFrance' ? { field: asked, cue: 'asked' } : { field: 'stayMonths', cue: 'full' };
  if (own === undefined && corrected && isStay(listening, before)) return { field: 'stayMonths', cue: 'full' };
  const asks = asked !== null && stayFields.has(asked);
  // "My girlfriend four months, me eleven".
  const isInstead = isDenied(listening, before) || isOwnBehindOther(listening, before, number);
  return own === undefined && asks && isInstead ? { field: asked, cue: 'asked' } : null;
}

/**
 * "10 months, no, 5", "10 months, no, that is my cousin, 5": a no that goes on in a sentence, "nothing is signed yet", takes back
 * nothing but for a number by itself.
 */
function isRefused(scene: Scene, before: Span, number: Span): boolean {
  const corrections = correctionsIn(scene);
  const leads = [...corrections, ...scene.marks.of('lead')];
  const isAlone = standsAlone(scene, number, leads);
  return corrections.some(
    ({ from, to }) =>
      from >= before.to && to <= number.from && (isAlone || isEmpty(scene, { from: to, to: number.from }, leads)),
  );
}

/** "My friend stays ten months, me only four"; of "I'm the one who asks: Kenyan, 24" it says nothing. */
export function isOwnBehindOther({ persons, scene }: Listening, before: Span, number: Span): boolean {
  const other = personAt(persons, before) === 'other' && personAt(persons, number) === 'student';
  const led = ['speaker.self', 'lead', 'join.on', 'join.turn'].flatMap((name) => scene.marks.of(name));
  const isOwn = inside(scene, 'speaker.self', partAround(scene, number.from)).length > 0;
  // "I'm the one".
  if (scene.marks.of('number.article').some(({ from, to }) => from === number.from && to === number.to)) return false;
  return other && (cueBefore(scene, number, 'role.stay') !== null || (isOwn && standsAlone(scene, number, led)));
}

/** "I wanted to stay six months, now it is twelve". */
function isStay({ scene, persons }: Listening, length: Span): boolean {
  return personAt(persons, length) === 'student' && cueBefore(scene, length, 'role.stay', hedges) !== null;
}

/** "I only stay nine": right behind the cue, and counting nothing else. */
function isSaidToStay({ persons, scene }: Listening, number: Span): boolean {
  const cue = cueBefore(scene, number, 'role.stay', hedges);
  if (cue === null || personAt(persons, number) === 'other') return false;
  return isEmpty(scene, { from: cue.to, to: number.from }) && endsThere(scene, number);
}

const hedges = 2;
