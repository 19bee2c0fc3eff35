/** Logistic regression of a few coefficients by Newton's method, with a little ridge so that it always has one answer. */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  weights: readonly number[],
): number[] {
  const size = rows[0]?.length ?? 0;
  let coefficients = new Array<number>(size).fill(0);
  for (let step = 0; step < 25; step++) {
    const gradient = coefficients.map((value) => -ridge * value);
    const hessian = coefficients.map((_, i) => coefficients.map((__, j) => (i === j ? ridge : 0)));
    rows.forEach((row, n) => {
      const p = 1 / (1 + Math.exp(-row.reduce((sum, value, i) => sum + value * (coefficients[i] as number), 0)));
      const weight = weights[n] as number;
      for (let i = 0; i < size; i++) {
        const value = row[i] as number;
        gradient[i] = (gradient[i] as number) + weight * value * ((labels[n] as number) - p);
        const line = hessian[i] as number[];
        for (let j = 0; j < size; j++)
          line[j] = (line[j] as number) + weight * value * (row[j] as number) * p * (1 - p);
      }
    });
    const change = solve(hessian, gradient);
    coefficients = coefficients.map((value, i) => value + (change[i] as number));
    if (change.every((value) => Math.abs(value) < 1e-9)) break;
  }
  return coefficients;
}

const ridge = 1;

/** Gaussian elimination; the matrix is positive definite, so no pivoting is needed. */
function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length;
  for (let i = 0; i < size; i++) {
    const pivot = matrix[i] as number[];
    for (let k = i + 1; k < size; k++) {
      const line = matrix[k] as number[];
      const factor = (line[i] as number) / (pivot[i] as number);
      for (let j = i; j < size; j++) line[j] = (line[j] as number) - factor * (pivot[j] as number);
      right[k] = (right[k] as number) - factor * (right[i] as number);
    }
  }
  const out = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    const line = matrix[i] as number[];
    let sum = right[i] as number;
    for (let j = i + 1; j < size; j++) sum -= (line[j] as number) * (out[j] as number);
    out[i] = sum / (line[i] as number);
  }
  return out;
}
