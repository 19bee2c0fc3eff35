import type { Direction } from './text-vector.ts';

/** How the lessons of a corpus point. Plain data; without numbers where no direction is known or used. */
export type Bearings = {
  /** Where they point all together. */
  readonly lean: Float64Array;
  /** How lessons of one class differ: the lower triangle, row by row, of the Cholesky factor of their covariance. */
  readonly spread: Float64Array;
};

export type Pointing = { readonly direction: Direction; readonly class: number; readonly weight: number };

export const noBearings: Bearings = { lean: new Float64Array(0), spread: new Float64Array(0) };

/**
 * Within-class covariance normalisation (Hatch and Stolcke, 2006): what varies among lessons of one class says little
 * about the class. `others` is the class of texts about anything else, which is no class to stay within.
 */
export function learnBearings(lessons: readonly Pointing[], others: number, evenness: number): Bearings {
  const lean = meanOf(lessons.map(({ direction }) => direction.vector));
  const pointing = lessons.filter((lesson) => lesson.class !== others && lesson.direction.strength > 0);
  const covariance = covarianceWithin(pointing, lean.length);
  addToDiagonal(covariance, lean.length, evenness);
  return { lean, spread: choleskyOf(covariance, lean.length) };
}

/** How a text's direction differs from all lessons' together, in units of how lessons of one class differ. */
export function bearingOf({ lean, spread }: Bearings, { vector }: Direction): Float64Array {
  const bearing = new Float64Array(lean.length);
  for (let row = 0, at = 0; row < bearing.length; row++) {
    let rest = (vector[row] as number) - (lean[row] as number);
    for (let k = 0; k < row; k++) rest -= (spread[at++] as number) * (bearing[k] as number);
    bearing[row] = rest / (spread[at++] as number);
  }
  return bearing;
}

function meanOf(vectors: readonly Float64Array[]): Float64Array {
  const mean = new Float64Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) {
    for (let k = 0; k < mean.length; k++) mean[k] = (mean[k] as number) + (vector[k] as number) / vectors.length;
  }
  return mean;
}

/** Packed lower triangle. A lesson counts by its weight and by how much its words say. */
function covarianceWithin(lessons: readonly Pointing[], size: number): Float64Array {
  const sums = new Float64Array((size * (size + 1)) / 2);
  const from = new Float64Array(size);
  let total = 0;
  for (const group of Map.groupBy(lessons, (lesson) => lesson.class).values()) {
    const mean = weightedMean(group);
    for (const lesson of group) {
      const weight = weightOf(lesson);
      total += weight;
      for (let k = 0; k < size; k++) from[k] = (lesson.direction.vector[k] as number) - (mean[k] as number);
      addSquares(sums, from, weight);
    }
  }
  return total === 0 ? sums : sums.map((sum) => sum / total);
}

/** Adds the lower triangle of what a vector makes multiplied by itself. */
function addSquares(sums: Float64Array, vector: Float64Array, weight: number): void {
  let start = 0;
  for (let row = 0; row < vector.length; row++) {
    const part = weight * (vector[row] as number);
    for (let k = 0; k <= row; k++) sums[start + k] = (sums[start + k] as number) + part * (vector[k] as number);
    start += row + 1;
  }
}

/** Of one lesson or more. */
function weightedMean(lessons: readonly Pointing[]): Float64Array {
  const total = lessons.reduce((sum, lesson) => sum + weightOf(lesson), 0);
  const mean = new Float64Array((lessons[0] as Pointing).direction.vector.length);
  if (total === 0) return mean;
  for (const lesson of lessons) {
    const part = weightOf(lesson) / total;
    const { vector } = lesson.direction;
    for (let k = 0; k < mean.length; k++) mean[k] = (mean[k] as number) + part * (vector[k] as number);
  }
  return mean;
}

function weightOf({ direction, weight }: Pointing): number {
  return weight * direction.strength ** 2;
}

/** Draws the covariance towards an even one: `evenness` times the mean variance, and never nothing. */
function addToDiagonal(matrix: Float64Array, size: number, evenness: number): void {
  const diagonal = Array.from({ length: size }, (_, row) => (row * (row + 3)) / 2);
  const mean = diagonal.reduce((sum, at) => sum + (matrix[at] as number) / size, 0);
  for (const at of diagonal) matrix[at] = (matrix[at] as number) + (mean === 0 ? 1 : evenness * mean);
}

/** Of a positive definite matrix, both as packed lower triangles. */
function choleskyOf(matrix: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(matrix.length);
  for (let row = 0, rowStart = 0; row < size; rowStart += ++row) {
    for (let column = 0, columnStart = 0; column <= row; columnStart += ++column) {
      let rest = matrix[rowStart + column] as number;
      for (let k = 0; k < column; k++) rest -= (factor[rowStart + k] as number) * (factor[columnStart + k] as number);
      factor[rowStart + column] = row === column ? Math.sqrt(rest) : rest / (factor[columnStart + column] as number);
    }
  }
  return factor;
}
