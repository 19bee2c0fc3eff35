import type { Day } from '../day.ts';
import { readAge } from './age.ts';
import { holdsCard, staysAndCards, type StayAndCard } from './card.ts';
import { coverIndex, covers } from './cover.ts';
import { bits, type CardState, type Group, type PlainDimension, type Value } from './dimensions.ts';
import { eraBits } from './era.ts';
import { originsOf, type Origin } from './group.ts';
import type { Law } from './law.ts';
import { monthsBand } from './months-in-france.ts';
import { isRegistered } from './registered.ts';
import { known, type StudentSituation } from './situation.ts';

/**
 * One way to answer what is still open about origin, card, S1, form and stay, by the index of each answer.
 * A question that would not be asked of that person does not count: `cover` leaves out what the group cannot hold.
 */
export type Point = {
  readonly origin: number;
  readonly stay: number;
  readonly ehic: number;
  readonly s1: number;
  readonly form: number;
  /** Index into `covers`. */
  readonly cover: number;
};

/** Every situation that what is known leaves possible. */
export type Completions = {
  readonly plain: Readonly<Record<PlainDimension, number>>;
  readonly points: readonly Point[];
  /** The covers of the points, as bits. */
  readonly cover: number;
  /** Which half of the question of origin is open. */
  readonly originField: 'nationality' | 'insuredIn';
  /** European or British by insurance and not by nationality. */
  readonly byInsurance: boolean;
};

/** Null for somebody French, who is not for the table. */
export function completionsOf(situation: StudentSituation, on: Day, law: Law): Completions | null {
  const cardHeld = holdsCard(situation, on);
  const origins = originsOf(situation, cardHeld, on, law.countries);
  if (origins.kind === 'french') return null;
  const possible = compatible(origins.origins, situation, cardHeld);
  const points = pointsOf(situation, possible, staysAndCards(situation, on, law));
  return {
    plain: plainOf(situation, on, law),
    points,
    cover: points.reduce((mask, point) => mask | (1 << point.cover), 0),
    originField: origins.field,
    byInsurance: points.every((point) => isByInsurance(possible[point.origin], point)),
  };
}

/** Those who can hold what this person holds; all of them when an unexplained card is what is to be asked about. */
function compatible(origins: readonly Origin[], situation: StudentSituation, cardHeld: boolean): readonly Origin[] {
  const asked = cardHeld && origins.some((origin) => origin.otherwise !== undefined) && origins.length > 1;
  return origins.filter(
    (origin) =>
      (!cardHeld || asked || canHold(origin, 'card')) &&
      (known(situation.s1) !== true || canHold(origin, 's1')) &&
      (known(situation.quebecForm) !== true || canHold(origin, 'form')),
  );
}

export function canHold(origin: Origin, paper: 'card' | 's1' | 'form'): boolean {
  if (paper === 'form') return origin.group === 'QC';
  return origin.group === 'EEA' || (paper === 'card' && origin.group === 'UK3');
}

function isByInsurance(origin: Origin | undefined, { cover }: Point): boolean {
  return origin?.otherwise !== undefined && covers[cover]?.group === origin.group;
}

function plainOf(situation: StudentSituation, on: Day, law: Law): Record<PlainDimension, number> {
  return {
    era: eraBits(situation, on, law),
    school: one('school', known(situation.school)),
    registered: one('registered', yesNo(isRegistered(situation, on, law))),
    work: one('work', known(situation.work)),
    scholarship: one('scholarship', yesNo(known(situation.frenchGovernmentScholarship))),
    age: one('age', readAge(situation, on, law).band),
    monthsInFrance: one('monthsInFrance', monthsBand(situation, on, law)),
    lowIncome: one('lowIncome', yesNo(known(situation.lowIncome))),
  };
}

function pointsOf(
  situation: StudentSituation,
  origins: readonly Origin[],
  stays: readonly StayAndCard[],
): readonly Point[] {
  const s1s = answers(known(situation.s1));
  const forms = answers(known(situation.quebecForm));
  return origins.flatMap((origin, who) =>
    stays.flatMap(({ stay, card }, length) =>
      (card === undefined ? cardStates : [card]).flatMap((held, ehic) =>
        s1s.flatMap((s1, withS1) =>
          forms.map((form, withForm) => ({
            origin: who,
            stay: length,
            ehic,
            s1: withS1,
            form: withForm,
            cover: coverIndex({ group: groupWith(origin, held, s1), card: held, s1, form, stay }),
          })),
        ),
      ),
    ),
  );
}

function groupWith(origin: Origin, card: CardState, s1: 'yes' | 'no'): Group {
  if (origin.otherwise === undefined) return origin.group;
  const proven = card !== 'none' || (s1 === 'yes' && canHold(origin, 's1'));
  return proven ? origin.group : origin.otherwise;
}

function one<D extends PlainDimension>(dimension: D, value: Value<D> | undefined): number {
  return bits(dimension, value === undefined ? undefined : [value]);
}

function yesNo(answer: boolean | undefined): 'yes' | 'no' | undefined {
  if (answer === undefined) return undefined;
  return answer ? 'yes' : 'no';
}

function answers(answer: boolean | undefined): readonly ('yes' | 'no')[] {
  return answer === undefined ? ['yes', 'no'] : [answer ? 'yes' : 'no'];
}

const cardStates: readonly CardState[] = ['none', 'partial', 'full'];
