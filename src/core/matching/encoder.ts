import { bearingOf, type Bearings } from './bearing.ts';
import { featureId, type FeatureTable } from './feature-table.ts';
import type { Features } from './features.ts';
import { createKeeper, withRoom } from './keep-numbers.ts';
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
  const write = createWriter(encoding);
  return ({ words, pairs, grams, direction }) => {
    write.nextText();
    write.add([words], 1, 1);
    write.add([pairs], pairWeight, unseenPair);
    const wordView = write.endView((1 - directionShare) * wordShare);
    write.add(grams, 1, unseenGram);
    const gramView = write.endView((1 - directionShare) * (1 - wordShare));
    write.addBearing(direction);
    const directionView = write.endView(directionShare * direction.strength ** 2);
    return write.take([wordView, gramView, directionView]);
  };
}

/** Features of a vector at most. */
export function featureCount({ idf, bearings }: Encoding): number {
  return idf.length + bearings.lean.length;
}

/** Where vectors are put together, view by view, one text after the other: what is made for a text is its vector alone. */
function createWriter({ table, idf, unseenIdf, bearings }: Encoding) {
  const keepIds = createKeeper((length) => new Int32Array(length));
  const keepValues = createKeeper((length) => new Float64Array(length));
  const lastText = new Int32Array(idf.length);
  let text = 0;
  let ids = new Int32Array(mostAtFirst);
  let values = new Float64Array(mostAtFirst);
  let count = 0;
  let start = 0;
  // The squared weight of what training never saw.
  let unseen = 0;
  const push = (id: number, value: number): void => {
    if (count === ids.length) {
      ids = withRoom(ids, new Int32Array(2 * count));
      values = withRoom(values, new Float64Array(2 * count));
    }
    ids[count] = id;
    values[count++] = value;
  };
  return {
    nextText(): void {
      text++;
      count = start = 0;
    },
    /** Adds features to the view, each seen one once. */
    add(lists: readonly (readonly number[])[], weight: number, ofUnseen: number): void {
      let missing = 0;
      for (const hashes of lists) {
        for (const hash of hashes) {
          const id = featureId(table, hash);
          if (id < 0) missing++;
          else if (lastText[id] !== text) {
            lastText[id] = text;
            push(id, weight * (idf[id] as number));
          }
        }
      }
      unseen += missing * (weight * ofUnseen * unseenIdf) ** 2;
    },
    addBearing(direction: Direction): void {
      if (bearings.lean.length === 0 || direction.vector.every((value) => value === 0)) return;
      bearingOf(bearings, direction).forEach((value, k) => {
        push(idf.length + k, value);
      });
    },
    /** Weighs what was added since the last view's end. */
    endView(share: number): View {
      const square = squareOf(values, start, count, unseen);
      const scale = square === 0 ? 0 : Math.sqrt(share / square);
      for (let i = start; i < count; i++) values[i] = (values[i] as number) * scale;
      const view = { start, end: count, share };
      start = count;
      unseen = 0;
      return view;
    },
    take(views: readonly View[]): Vector {
      return { ids: keepIds(ids, count), values: keepValues(values, count), views };
    },
  };
}

function squareOf(values: Float64Array, start: number, end: number, before: number): number {
  let square = before;
  for (let i = start; i < end; i++) square += (values[i] as number) * (values[i] as number);
  return square;
}

const mostAtFirst = 1024;
