import { featureId, type FeatureTable } from './feature-table.ts';
import type { Features } from './features.ts';
import type { MatcherSettings } from './settings.ts';

/** A text as a sparse vector: its seen features, by id. Its length is 1 only if training saw everything in it. */
export type Vector = { readonly ids: Int32Array; readonly values: Float64Array };

/** What training saw, and how rare each was. Plain data. */
export type Encoding = { readonly table: FeatureTable; readonly idf: Float32Array; readonly unseenIdf: number };

/**
 * TF-IDF over two blocks, words with word pairs and characters, each of length 1 before they are weighed against each
 * other. What training never saw stays in the length: a question half of which is unknown must not look certain.
 */
export function encode(encoding: Encoding, features: Features, settings: MatcherSettings): Vector {
  const { wordShare, pairWeight, unseenPair, unseenGram } = settings;
  const words = new Map<number, number>();
  const grams = new Map<number, number>();
  const unseenWords =
    weigh(encoding, features.words, 1, 1, words) + weigh(encoding, features.pairs, pairWeight, unseenPair, words);
  const unseenGrams = weigh(encoding, features.grams, 1, unseenGram, grams);
  const ids = new Int32Array(words.size + grams.size);
  const values = new Float64Array(ids.length);
  let at = 0;
  for (const [block, unseen, share] of [
    [words, unseenWords, wordShare],
    [grams, unseenGrams, 1 - wordShare],
  ] as const) {
    let square = unseen;
    for (const value of block.values()) square += value * value;
    const scale = square === 0 ? 0 : Math.sqrt(share / square);
    for (const [id, value] of block) {
      ids[at] = id;
      values[at++] = value * scale;
    }
  }
  return { ids, values };
}

/** Adds seen features to `into`; returns the squared weight of the unseen ones. */
function weigh(
  encoding: Encoding,
  hashes: readonly number[],
  weight: number,
  unseen: number,
  into: Map<number, number>,
) {
  let missing = 0;
  for (const hash of hashes) {
    const id = featureId(encoding.table, hash);
    if (id < 0) missing++;
    else if (!into.has(id)) into.set(id, weight * (encoding.idf[id] as number));
  }
  return missing * (weight * unseen * encoding.unseenIdf) ** 2;
}
