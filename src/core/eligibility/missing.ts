import { covers } from './cover.ts';
import { plainDimensions, type PlainDimension } from './dimensions.ts';
import type { Completions, Point } from './completions.ts';
import type { Row } from './row.ts';
import { fieldOrder, type Field } from './situation.ts';
import { table } from './table.ts';

/** The rows that some completion meets. */
export function rowsMet(completions: Pick<Completions, 'plain' | 'cover'>): readonly Row[] {
  return table.filter(
    (row) =>
      (row.cover & completions.cover) !== 0 &&
      plainDimensions.every((dimension) => (row.plain[dimension] & completions.plain[dimension]) !== 0),
  );
}

/**
 * The inputs that can still change the row: two completions that differ in that input alone meet different rows.
 * Rows are boxes, so two of them tell: they differ in one dimension and overlap in all the others.
 */
export function relevantFields(completions: Completions, rows: readonly Row[]): readonly Field[] {
  const relevant = new Set<Field>([
    ...plainDimensions
      .filter((dimension) => turnsOn(dimension, completions, rows))
      .map((dimension) => fieldOf[dimension]),
    ...coverFields(completions, rows),
  ]);
  return fieldOrder.filter((field) => relevant.has(field));
}

function turnsOn(dimension: PlainDimension, completions: Completions, rows: readonly Row[]): boolean {
  return pairs(rows).some(
    ([one, other]) =>
      (one.cover & other.cover & completions.cover) !== 0 &&
      plainDimensions.every((each) => each === dimension || overlap(one, other, each, completions)),
  );
}

function coverFields(completions: Completions, rows: readonly Row[]): readonly Field[] {
  const differs = differingCovers(completions, rows);
  const { points } = completions;
  return coordinates
    .filter((coordinate) =>
      points.some((point) =>
        points.some(
          (other) => ((differs[point.cover] ?? 0) & (1 << other.cover)) !== 0 && differInOnly(coordinate, point, other),
        ),
      ),
    )
    .map((coordinate) => (coordinate === 'origin' ? completions.originField : fieldOfCoordinate[coordinate]));
}

/** For each cover the covers that, all else equal, can lead to another row. */
function differingCovers(completions: Completions, rows: readonly Row[]): readonly number[] {
  const differs = covers.map(() => 0);
  for (const [one, other] of pairs(rows)) {
    if (!plainDimensions.every((dimension) => overlap(one, other, dimension, completions))) continue;
    for (let index = 0; index < covers.length; index += 1) {
      if ((one.cover & (1 << index)) !== 0) differs[index] = (differs[index] ?? 0) | other.cover;
      if ((other.cover & (1 << index)) !== 0) differs[index] = (differs[index] ?? 0) | one.cover;
    }
  }
  return differs;
}

function overlap(one: Row, other: Row, dimension: PlainDimension, completions: Completions): boolean {
  return (one.plain[dimension] & other.plain[dimension] & completions.plain[dimension]) !== 0;
}

function differInOnly(coordinate: Coordinate, one: Point, other: Point): boolean {
  return coordinates.every((each) => (one[each] === other[each]) !== (each === coordinate));
}

function pairs(rows: readonly Row[]): readonly (readonly [Row, Row])[] {
  return rows.flatMap((one, index) => rows.slice(index + 1).map((other) => [one, other] as const));
}

type Coordinate = Exclude<keyof Point, 'cover'>;
const coordinates: readonly Coordinate[] = ['origin', 'ehic', 's1', 'form', 'stay'];

const fieldOfCoordinate = { ehic: 'ehic', s1: 's1', form: 'quebecForm', stay: 'stayMonths' } as const;

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
