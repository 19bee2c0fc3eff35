import { academicYearEnd, academicYearStart, addMonths, day, wholeYearsBetween, type Day } from '../day.ts';
import { thresholds, type Law } from './law.ts';
import { known, type StudentSituation } from './situation.ts';
import type { Value } from './dimensions.ts';

export type AgeBand = Value<'age'>;

/** The band of the student scheme, and how near its edges it is. */
export type AgeReading = {
  readonly band: AgeBand | undefined;
  /** Whole years on the day. */
  readonly years: number | undefined;
  /** At the limit of 28 exactly, or reaching it during the academic year: not settled (C-04). */
  readonly atLimit: boolean;
  /** 19 without a birth date: free only if under 20 for the whole year. */
  readonly mayTurnTwenty: boolean;
};

export function readAge(situation: StudentSituation, on: Day, law: Law): AgeReading {
  const { freeUnder, ageLimit } = thresholds(law);
  const birthDate = known(situation.birthDate);
  const years = yearsOn(situation, on);
  if (years === undefined) return { band: undefined, years, atLimit: false, mayTurnTwenty: false };
  const reachesLimit = birthDate !== undefined && isInYear(birthday(birthDate, ageLimit), on);
  return {
    band: bandOf(years, birthDate, on, law),
    years,
    atLimit: years === ageLimit || reachesLimit,
    mayTurnTwenty: birthDate === undefined && years === freeUnder - 1,
  };
}

/** Whole years on the day, from either field. */
function yearsOn(situation: StudentSituation, on: Day): number | undefined {
  const birthDate = known(situation.birthDate);
  return birthDate === undefined ? known(situation.age) : wholeYearsBetween(birthDate, on);
}

function bandOf(years: number, birthDate: Day | undefined, on: Day, law: Law): AgeBand {
  const { firstAge, freeUnder, ageLimit } = thresholds(law);
  if (years < firstAge) return 'under-16';
  if (years >= ageLimit) return '28-and-over';
  const free = birthDate === undefined ? years < freeUnder : birthday(birthDate, freeUnder) > lastDayOfStudentYear(on);
  return free ? '16-19' : '20-27';
}

/** The scheme's year ran from October to 30 September: a month longer than the academic year. */
function lastDayOfStudentYear(on: Day): Day {
  return day(`${academicYearEnd(on).slice(0, 4)}-09-30`);
}

function isInYear(date: Day, on: Day): boolean {
  return date >= academicYearStart(on) && date <= academicYearEnd(on);
}

/** Both ages are multiples of four: whoever was born on 29 February has the day itself. */
function birthday(birthDate: Day, years: number): Day {
  return addMonths(birthDate, years * 12);
}
