import { bearingOf, type Bearings } from './bearing.ts';
import { featureId, type FeatureTable } from './feature-table.ts';
import type { Features } from './features.ts';
import type { MatcherSettings } from './settings.ts';
import type { Direction } from './text-vector.ts';

/** A text as a sparse vector: its seen features, by id. Its length is 1 only if training saw everything in it. */
export type Vector = {
  readonly ids: Int32Array;
  readonly values: Float64Array;
  readonly views: readonly View[];
};

/**
 * One way of looking at a text: its words, its characters, or its direction. Its features stand from `start` to `end`;
 * the squares of their values would add up to `share`, had training seen them all.
 */
export type View = { readonly start: number; readonly end: number; readonly share: number };

export const views = 3;

/** What training saw, and how rare each was. Plain data. Directions are features too, after those of the table. */
export type Encoding = {
  readonly table: FeatureTable;
  readonly idf: Float32Array;
  readonly unseenIdf: number;
  readonly bearings: Bearings;
};

/**
 * Three views, each of length 1 before they are weighed against each other: TF-IDF of words with word pairs, TF-IDF of
 * characters, the direction. What training never saw stays in the length: a question half of which is unknown must not
 * look certain.
 */
export function createEncoder(encoding: Encoding, settings: MatcherSettings): (features: Features) => Vector {
  const { wordShare, pairWeight, unseenPair, unseenGram } = settings;
  const directionShare = encoding.bearings.lean.length === 0 ? 0 : settings.directionShare;
  const weigh = createWeigher(encoding);
  return ({ words, pairs, grams, direction }) => {
    weigh.nextText();
    const wordPart = part((1 - directionShare) * wordShare);
    weigh.add(words, 1, 1, wordPart);
    weigh.add(pairs, pairWeight, unseenPair, wordPart);
    const gramPart = part((1 - directionShare) * (1 - wordShare));
    weigh.add(grams, 1, unseenGram, gramPart);
    return join([wordPart, gramPart, directionPart(encoding, direction, directionShare * direction.strength ** 2)]);
  };
}

/** Features of a vector at most. */
export function featureCount({ idf, bearings }: Encoding): number {
  return idf.length + bearings.lean.length;
}

/** A view before it is weighed: `unseen` is the squared weight of what training never saw. */
type Part = { readonly ids: number[]; readonly values: number[]; unseen: number; readonly share: number };

function part(share: number): Part {
  return { ids: [], values: [], unseen: 0, share };
}

/** Adds features to a part, each seen one once. */
function createWeigher({ table, idf, unseenIdf }: Encoding) {
  const lastText = new Int32Array(idf.length);
  let text = 0;
  return {
    nextText: () => text++,
    add(hashes: readonly number[], weight: number, unseen: number, into: Part): void {
      let missing = 0;
      for (const hash of hashes) {
        const id = featureId(table, hash);
        if (id < 0) missing++;
        else if (lastText[id] !== text) {
          lastText[id] = text;
          into.ids.push(id);
          into.values.push(weight * (idf[id] as number));
        }
      }
      into.unseen += missing * (weight * unseen * unseenIdf) ** 2;
    },
  };
}

function directionPart({ idf, bearings }: Encoding, direction: Direction, share: number): Part {
  const into = part(share);
  if (bearings.lean.length === 0 || direction.vector.every((value) => value === 0)) return into;
  const bearing = bearingOf(bearings, direction);
  for (let k = 0; k < bearing.length; k++) {
    into.ids.push(idf.length + k);
    into.values.push(bearing[k] as number);
  }
  return into;
}

function join(parts: readonly Part[]): Vector {
  const ids = new Int32Array(parts.reduce((sum, each) => sum + each.ids.length, 0));
  const values = new Float64Array(ids.length);
  let start = 0;
  const views = parts.map((each) => {
    ids.set(each.ids, start);
    let square = each.unseen;
    for (const value of each.values) square += value * value;
    const scale = square === 0 ? 0 : Math.sqrt(each.share / square);
    for (let i = 0; i < each.values.length; i++) values[start + i] = (each.values[i] as number) * scale;
    const view = { start, end: start + each.ids.length, share: each.share };
    start = view.end;
    return view;
  });
  return { ids, values, views };
}
