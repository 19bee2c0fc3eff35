import { featureId, type FeatureTable } from './feature-table.ts';
import type { Features } from './features.ts';
import type { MatcherSettings } from './settings.ts';
import type { Direction } from './text-vector.ts';

/** A text as a sparse vector: its seen features, by id. Its length is 1 only if training saw everything in it. */
export type Vector = { readonly ids: Int32Array; readonly values: Float64Array };

/** What training saw, and how rare each was. Plain data. The directions of texts are features too, after those of the table. */
export type Encoding = {
  readonly table: FeatureTable;
  readonly idf: Float32Array;
  readonly unseenIdf: number;
  /** Where the lessons point all together: as many numbers as a direction has, none where none is known or used. */
  readonly lean: Float64Array;
};

/**
 * Three blocks, each of length 1 before they are weighed against each other: TF-IDF of words with word pairs, TF-IDF of
 * characters, the direction. What training never saw stays in the length: a question half of which is unknown must not
 * look certain.
 */
export function encode(encoding: Encoding, features: Features, settings: MatcherSettings): Vector {
  const { wordShare, pairWeight, unseenPair, unseenGram } = settings;
  const directionShare = encoding.lean.length === 0 ? 0 : settings.directionShare;
  const words = new Map<number, number>();
  const grams = new Map<number, number>();
  const unseenWords =
    weigh(encoding, features.words, 1, 1, words) + weigh(encoding, features.pairs, pairWeight, unseenPair, words);
  const unseenGrams = weigh(encoding, features.grams, 1, unseenGram, grams);
  return join([
    { seen: words, unseen: unseenWords, share: (1 - directionShare) * wordShare },
    { seen: grams, unseen: unseenGrams, share: (1 - directionShare) * (1 - wordShare) },
    {
      seen: bearing(encoding, features.direction),
      unseen: 0,
      share: directionShare * features.direction.strength ** 2,
    },
  ]);
}

/** `seen` by feature id; `unseen` is the squared weight of what training never saw. */
type Block = { readonly seen: ReadonlyMap<number, number>; readonly unseen: number; readonly share: number };

function join(blocks: readonly Block[]): Vector {
  const ids = new Int32Array(blocks.reduce((sum, { seen }) => sum + seen.size, 0));
  const values = new Float64Array(ids.length);
  let at = 0;
  for (const { seen, unseen, share } of blocks) {
    let square = unseen;
    for (const value of seen.values()) square += value * value;
    const scale = square === 0 ? 0 : Math.sqrt(share / square);
    for (const [id, value] of seen) {
      ids[at] = id;
      values[at++] = value * scale;
    }
  }
  return { ids, values };
}

/** How a text's direction differs from all lessons' together: in a corpus about banks "bank" points nowhere. */
function bearing({ idf, lean }: Encoding, { vector }: Direction): Map<number, number> {
  const numbers = new Map<number, number>();
  if (vector.every((value) => value === 0)) return numbers;
  lean.forEach((value, k) => numbers.set(idf.length + k, (vector[k] as number) - value));
  return numbers;
}

/** Features of a vector at most. */
export function featureCount({ idf, lean }: Encoding): number {
  return idf.length + lean.length;
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
