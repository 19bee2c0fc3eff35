import type { WordVectors } from './word-vectors.ts';

/** Where a text's words point together. */
export type Direction = {
  /** Of length 1; all 0 when no word has a vector. */
  readonly vector: Float64Array;
  /** How much the words say, 0–1: one word alone may point anywhere. */
  readonly strength: number;
};

export type TextVector = (words: readonly string[]) => Direction;

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
    const vector = new Float64Array(dimensions);
    let said = 0;
    for (const word of words) {
      const found = known.get(word);
      if (found === undefined) continue;
      const weight = weightOf(found.rank);
      addRow(vector, found.rows, found.rank * dimensions, weight);
      said += weight;
    }
    shorten(vector);
    return { vector, strength: said / (said + halfSaid) };
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
/** Two rare words are half as strong as many. */
const halfSaid = 2;

/** Adds the row that begins at `start`, made as long as `weight`. */
function addRow(vector: Float64Array, rows: Int8Array, start: number, weight: number): void {
  let square = 0;
  for (let k = 0; k < vector.length; k++) square += (rows[start + k] as number) ** 2;
  const scale = square === 0 ? 0 : weight / Math.sqrt(square);
  for (let k = 0; k < vector.length; k++) vector[k] = (vector[k] as number) + (rows[start + k] as number) * scale;
}

/** To length 1; nothing stays nothing. */
function shorten(vector: Float64Array): void {
  let square = 0;
  for (let k = 0; k < vector.length; k++) square += (vector[k] as number) ** 2;
  if (square === 0) return;
  const scale = 1 / Math.sqrt(square);
  for (let k = 0; k < vector.length; k++) vector[k] = (vector[k] as number) * scale;
}
