import type { WordVectors } from './word-vectors.ts';

/** The direction of a text, of length 1: the sum of its words', the rare ones first. All 0 when no word has one. */
export type TextVector = (words: readonly string[]) => Float64Array;

/** Where several languages know a word, the first one's vector counts. Only languages of the first one's dimensions do. */
export function createTextVector(languages: readonly WordVectors[]): TextVector {
  const dimensions = languages[0]?.dimensions ?? 0;
  const known = new Map<string, { readonly rows: Int8Array; readonly rank: number }>();
  for (const { words, rows } of languages.filter((language) => language.dimensions === dimensions)) {
    words.forEach((word, rank) => {
      if (!known.has(word)) known.set(word, { rows, rank });
    });
  }
  return (words) => {
    const sum = new Float64Array(dimensions);
    for (const word of words) {
      const found = known.get(word);
      if (found === undefined) continue;
      const row = found.rows.subarray(found.rank * dimensions, (found.rank + 1) * dimensions);
      add(sum, row, weightOf(found.rank) / lengthOf(row));
    }
    const length = lengthOf(sum);
    return length === 0 ? sum : sum.map((value) => value / length);
  };
}

/**
 * Smooth inverse frequency (Arora, Liang and Ma, 2017), the frequency of the n-th word being about 1/n (Zipf): words like
 * "the" hardly count, the thousandth counts half.
 */
function weightOf(rank: number): number {
  return smoothing / (smoothing + 1 / (rank + zipfStart));
}

const smoothing = 1e-3;
const zipfStart = 10;

function add(sum: Float64Array, row: Int8Array, weight: number): void {
  for (let k = 0; k < sum.length; k++) sum[k] = (sum[k] as number) + (row[k] as number) * weight;
}

function lengthOf(vector: Float64Array | Int8Array): number {
  let square = 0;
  for (const value of vector) square += value * value;
  return Math.sqrt(square);
}
