import { plainDimensions, type PlainDimension } from './dimensions.ts';
import type { Completions, Point } from './completions.ts';
import { fieldOrder, type Field } from './situation.ts';
import { table, type Row } from './table.ts';

/** A row that what is known meets in all plain dimensions, or in all but one. */
export type NearRow = { readonly row: Row; readonly separatedBy: PlainDimension | 'none' };

export function rowsNear({ plain }: Pick<Completions, 'plain'>): readonly NearRow[] {
  const near: NearRow[] = [];
  for (const row of table) {
    const separatedBy = separating(row.plain, plain, plain);
    if (separatedBy !== 'several') near.push({ row, separatedBy });
  }
  return near;
}

/** The rows that some completion meets. */
export function rowsMet(
  completions: Pick<Completions, 'plain' | 'cover'>,
  near = rowsNear(completions),
): readonly Row[] {
  return near
    .filter(({ row, separatedBy }) => separatedBy === 'none' && (row.cover & completions.cover) !== 0)
    .map(({ row }) => row);
}

/**
 * The inputs that can still change the row: two completions that differ in that input alone meet different rows.
 * Rows are boxes, so two of them tell: they differ in one dimension and overlap in all the others.
 */
export function relevantFields(completions: Completions, rows: readonly Row[]): readonly Field[] {
  const relevant = new Set<Field>();
  /** Covers that, all else equal, lead to different rows. */
  const apart: (readonly [number, number])[] = [];
  rows.forEach((one, index) => {
    for (const other of rows.slice(index + 1)) {
      const dimension = separating(one.plain, other.plain, completions.plain);
      if (dimension === 'none') apart.push([one.cover, other.cover]);
      else if (dimension !== 'several' && (one.cover & other.cover & completions.cover) !== 0)
        relevant.add(fieldOf[dimension]);
    }
  });
  for (const coordinate of coordinates) {
    if (tells(coordinate, completions.points, apart)) relevant.add(fieldOfCoordinate(coordinate, completions));
  }
  return fieldOrder.filter((field) => relevant.has(field));
}

type Plain = Completions['plain'];

/** The one dimension in which two rows do not overlap within what is known; `none`, or `several` of them. */
function separating(one: Plain, other: Plain, known: Plain): PlainDimension | 'none' | 'several' {
  let found: PlainDimension | 'none' = 'none';
  for (const dimension of plainDimensions) {
    if ((one[dimension] & other[dimension] & known[dimension]) !== 0) continue;
    if (found !== 'none') return 'several';
    found = dimension;
  }
  return found;
}

/** Whether points that differ in that coordinate alone have covers that lead to different rows. */
function tells(
  coordinate: Coordinate,
  points: readonly Point[],
  apart: readonly (readonly [number, number])[],
): boolean {
  const coversByRest = new Map<number, number>();
  for (const point of points) {
    const rest = coordinates.reduce((key, each) => (each === coordinate ? key : key * mostAnswers + point[each]), 0);
    coversByRest.set(rest, (coversByRest.get(rest) ?? 0) | (1 << point.cover));
  }
  return [...coversByRest.values()].some((mask) =>
    apart.some(([one, other]) => (mask & one) !== 0 && (mask & other) !== 0),
  );
}

function fieldOfCoordinate(coordinate: Coordinate, completions: Completions): Field {
  return coordinate === 'origin' ? completions.originField : coordinateFields[coordinate];
}

/** More than any coordinate has answers. */
const mostAnswers = 8;

type Coordinate = Exclude<keyof Point, 'cover'>;
const coordinates: readonly Coordinate[] = ['origin', 'ehic', 's1', 'form', 'stay'];

const coordinateFields = { ehic: 'ehic', s1: 's1', form: 'quebecForm', stay: 'stayMonths' } as const;

const fieldOf: Readonly<Record<PlainDimension, Field>> = {
  era: 'inStudentScheme2017',
  school: 'school',
  registered: 'registered',
  work: 'work',
  scholarship: 'frenchGovernmentScholarship',
  age: 'age',
  monthsInFrance: 'monthsInFrance',
  lowIncome: 'lowIncome',
};
