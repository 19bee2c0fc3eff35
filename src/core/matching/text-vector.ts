import type { LanguageData } from './matcher.ts';
import type { WordVectors } from './word-vectors.ts';

/** Where a text's words point together. */
export type Direction = {
  /** Of length 1; all 0 when no word has a vector. */
  readonly vector: Float64Array;
  /** How much the words say, 0–1: one word alone may point anywhere. */
  readonly strength: number;
};

export type TextVector = (words: readonly string[]) => Direction;

/**
 * A word is looked up in the vectors of its own language: the French "comment" says nothing about comments. Only
 * languages of the same dimensions as the first that has any count.
 */
export function createTextVector(
  languages: readonly Pick<LanguageData, 'vectors'>[],
  languageOf: (word: string) => number,
): TextVector {
  const dimensions = languages.find(({ vectors }) => vectors !== undefined)?.vectors?.dimensions ?? 0;
  return (words) => {
    const vector = new Float64Array(dimensions);
    let said = 0;
    for (const word of new Set(words)) {
      const table = languages[languageOf(word)]?.vectors;
      const rank = table?.dimensions === dimensions ? ranksOf(table).get(word) : undefined;
      if (table === undefined || rank === undefined) continue;
      const weight = weightOf(rank);
      addRow(vector, table.rows, rank * dimensions, weight);
      said += weight;
    }
    shorten(vector);
    return { vector, strength: said / (said + halfSaid) };
  };
}

/** Where each word's row stands. Made once for a table: it is asked by every dictionary that is opened. */
function ranksOf(table: WordVectors): ReadonlyMap<string, number> {
  let ranks = known.get(table);
  if (ranks === undefined) known.set(table, (ranks = new Map(table.words.map((word, rank) => [word, rank]))));
  return ranks;
}

const known = new WeakMap<WordVectors, ReadonlyMap<string, number>>();

/**
 * Smooth inverse frequency (Arora, Liang and Ma, 2017), the frequency of the n-th word being about 1/n (Zipf): words like
 * "the" hardly count, the three hundredth counts half.
 */
function weightOf(rank: number): number {
  return smoothing / (smoothing + 1 / (rank + zipfStart));
}

const smoothing = 3e-3;
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
