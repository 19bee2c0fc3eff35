import type { Day } from '../day.ts';
import { readAge, type AgeReading } from './age.ts';
import type { Completions } from './completions.ts';
import { coverValues, coversWith } from './cover.ts';
import {
  bitOf,
  valuesOf,
  type CoverDimension,
  type Dimension,
  type Group,
  type PlainDimension,
  type Value,
} from './dimensions.ts';
import { contentOf, type RowContent } from './content.ts';
import type { Law } from './law.ts';
import type { NearRow } from './missing.ts';

import type { StudentSituation } from './situation.ts';
import { readStay, type StayReading } from './stay.ts';
import type { Row } from './table.ts';

/** One decided situation, as its explanation reads it. */
export type Case = {
  readonly situation: StudentSituation;
  readonly on: Day;
  readonly law: Law;
  readonly row: Row;
  readonly content: RowContent;
  readonly completions: Completions;
  readonly age: AgeReading;
  readonly stay: StayReading;
  readonly near: readonly NearRow[];
};

export function caseOf(given: Omit<Case, 'age' | 'stay' | 'content'>): Case {
  const { situation, on, law, row } = given;
  return {
    ...given,
    content: contentOf(row.id, law.rows),
    age: readAge(situation, on, law),
    stay: readStay(situation, on, law),
  };
}

/** The value that is known of a dimension, or undefined while several are possible. */
export function valueIn<D extends Dimension>(dimension: D, { completions }: Case): Value<D> | undefined {
  const values = isPlain(dimension)
    ? (valuesOf(dimension, completions.plain[dimension]) as readonly Value<D>[])
    : coverValues(dimension, completions.cover);
  const [only, ...others] = new Set(values);
  return others.length === 0 ? only : undefined;
}

/** The groups that are still possible: one, but where they make no difference. */
export function groupsIn({ completions }: Case): ReadonlySet<Group> {
  return new Set(coverValues('group', completions.cover));
}

/** The rows that the same case would meet with another value of one dimension. Empty when nobody like that can have it. */
export function rowsWith<D extends Dimension>(dimension: D, value: Value<D>, subject: Case): readonly Row[] {
  const { near, completions } = subject;
  const plain = isPlain(dimension);
  const cover = plain ? completions.cover : coversWith(dimension, value as Value<CoverDimension>, completions.cover);
  const bit = bitOf(dimension, value);
  const rows: Row[] = [];
  for (const { row, separatedBy } of near) {
    if ((row.cover & cover) === 0 || (separatedBy !== 'none' && separatedBy !== dimension)) continue;
    if (!plain || (row.plain[dimension] & bit) !== 0) rows.push(row);
  }
  return rows;
}

/** Whether the row turns on that: with the other value it would be another one. */
export function turnsOn<D extends Dimension>(dimension: D, value: Value<D>, subject: Case): boolean {
  return rowsWith(dimension, value, subject).some((row) => row.id !== subject.row.id);
}

function isPlain(dimension: Dimension): dimension is PlainDimension {
  return !(coverDimensions as readonly Dimension[]).includes(dimension);
}

const coverDimensions: readonly CoverDimension[] = ['group', 'card', 's1', 'form', 'stay'];
