import { ofEach } from '../../text/remember.ts';
import { createKeeper } from './keep-numbers.ts';
import type { LanguageData } from './matcher.ts';
import { rankReader } from './word-ranks.ts';
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
  const keep = createKeeper((length) => new Float64Array(length));
  const vector = new Float64Array(dimensions);
  return (words) => {
    vector.fill(0);
    let said = 0;
    for (const word of new Set(words)) {
      const table = languages[languageOf(word)]?.vectors;
      if (table?.dimensions !== dimensions) continue;
      const rank = ranksOf(table)(word);
      if (rank < 0) continue;
      const weight = weightOf(rank);
      addRow(vector, table.rows, rank * dimensions, weight / lengthOf(table, rank));
      said += weight;
    }
    shorten(vector);
    return { vector: keep(vector, dimensions), strength: said / (said + halfSaid) };
  };
}

/** Made once for a table: every dictionary that is opened asks it. */
const ranksOf = ofEach(({ words }: WordVectors) => rankReader(words));

/** A row of nothing but 0 points nowhere, however long it is taken to be. */
function lengthOf({ dimensions, rows }: WordVectors, rank: number): number {
  let square = 0;
  for (let at = rank * dimensions; at < (rank + 1) * dimensions; at++) square += (rows[at] as number) ** 2;
  return Math.sqrt(square) || 1;
}

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

function addRow(vector: Float64Array, rows: Int8Array, start: number, scale: number): void {
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
