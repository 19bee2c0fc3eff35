import type { Day } from '../day.ts';
import { readAge, type AgeReading } from './age.ts';
import type { Completions } from './completions.ts';
import { coverIndex, covers } from './cover.ts';
import {
  bits,
  valuesOf,
  type CoverDimension,
  type Dimension,
  type Group,
  type PlainDimension,
  type Value,
} from './dimensions.ts';
import type { Law } from './law.ts';
import { rowsMet } from './missing.ts';
import type { Row } from './row.ts';
import type { Situation } from './situation.ts';
import { readStay, type StayReading } from './stay.ts';

/** One decided situation, as its explanation reads it. */
export type Case = {
  readonly situation: Situation;
  readonly on: Day;
  readonly law: Law;
  readonly row: Row;
  readonly completions: Completions;
  readonly age: AgeReading;
  readonly stay: StayReading;
};

export function caseOf(situation: Situation, on: Day, law: Law, completions: Completions, row: Row): Case {
  return {
    situation,
    on,
    law,
    row,
    completions,
    age: readAge(situation, on, law),
    stay: readStay(situation, on, law),
  };
}

/** The value that is known of a dimension, or undefined while several are possible. */
export function valueIn<D extends Dimension>(dimension: D, { completions }: Case): Value<D> | undefined {
  const values = isPlain(dimension)
    ? (valuesOf(dimension, completions.plain[dimension]) as readonly Value<D>[])
    : coverValues(dimension, completions);
  const [only, ...others] = new Set(values);
  return others.length === 0 ? only : undefined;
}

/** The groups that are still possible: one, but where they make no difference. */
export function groupsIn({ completions }: Case): ReadonlySet<Group> {
  return new Set(coverValues('group', completions));
}

/** The rows that the same case would meet with another value of one dimension. Empty when nobody like that can have it. */
export function rowsWith<D extends Dimension>(dimension: D, value: Value<D>, { completions }: Case): readonly Row[] {
  if (isPlain(dimension)) {
    return rowsMet({ ...completions, plain: { ...completions.plain, [dimension]: bits(dimension, [value]) } });
  }
  return rowsMet({
    plain: completions.plain,
    cover: coversWith(dimension, value, completions.cover),
  });
}

/** Whether the row turns on that: with the other value it would be another one. */
export function turnsOn<D extends Dimension>(dimension: D, value: Value<D>, subject: Case): boolean {
  return rowsWith(dimension, value, subject).some((row) => row.id !== subject.row.id);
}

/** The covers of the mask with one thing changed, but for those that cannot have it (a Brazilian with an S1). */
function coversWith(dimension: CoverDimension, value: Value<Dimension>, mask: number): number {
  return covers.reduce((changed, cover, index) => {
    if ((mask & (1 << index)) === 0) return changed;
    const reached = coverIndex({ ...cover, [dimension]: value });
    return covers[reached]?.[dimension] === value ? changed | (1 << reached) : changed;
  }, 0);
}

function coverValues<D extends CoverDimension>(dimension: D, completions: Completions): readonly Value<D>[] {
  return covers.flatMap((cover, index) => ((completions.cover & (1 << index)) === 0 ? [] : [cover[dimension]]));
}

function isPlain(dimension: Dimension): dimension is PlainDimension {
  return !(coverDimensions as readonly Dimension[]).includes(dimension);
}

const coverDimensions: readonly CoverDimension[] = ['group', 'card', 's1', 'form', 'stay'];
