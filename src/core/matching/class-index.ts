import type { Vector } from './encoder.ts';

/**
 * For each feature, the classes it occurs in with their weights: an inverted index that is the linear model. A weight
 * exists only where feature and class met in training, so that the model grows with the corpus, not with features × classes.
 */
export type ClassIndex = {
  readonly classes: number;
  /** By feature id: where its postings begin; one more at the end. */
  readonly starts: Int32Array;
  readonly classOf: Uint16Array;
  /** Weight of the logistic regression. */
  readonly weights: Float32Array;
  /** Weight of the class's centroid, of length 1. */
  readonly means: Float32Array;
};

export type Example = { readonly vector: Vector; readonly class: number; readonly weight: number };

/** Adds up, over the vector's features, the weights by class. */
export function scoreClasses(index: ClassIndex, { ids, values }: Vector, into: Float64Array): void {
  const { starts, classOf, classes, weights } = index;
  const full: Row[] = [];
  into.fill(0);
  for (let i = 0; i < ids.length; i++) {
    const value = values[i] as number;
    const start = starts[ids[i] as number] as number;
    const end = starts[(ids[i] as number) + 1] as number;
    if (end - start === classes) full.push({ start, value });
    else {
      for (let at = start; at < end; at++) {
        const c = classOf[at] as number;
        into[c] = (into[c] as number) + (weights[at] as number) * value;
      }
    }
  }
  addFullRows(weights, full, into);
}

/** A feature that has a weight for every class: where they begin, and what they count. */
type Row = { readonly start: number; readonly value: number };

/** Four rows at a time: the sums are read and written once instead of four times. */
function addFullRows(weights: Float32Array, rows: readonly Row[], into: Float64Array): void {
  const none: Row = { start: 0, value: 0 };
  for (let i = 0; i < rows.length; i += 4) {
    const { start: a, value: byA } = rows[i] as Row;
    const { start: b, value: byB } = rows[i + 1] ?? none;
    const { start: d, value: byD } = rows[i + 2] ?? none;
    const { start: e, value: byE } = rows[i + 3] ?? none;
    for (let c = 0; c < into.length; c++) {
      into[c] =
        (into[c] as number) +
        (weights[a + c] as number) * byA +
        (weights[b + c] as number) * byB +
        (weights[d + c] as number) * byD +
        (weights[e + c] as number) * byE;
    }
  }
}

/** The cosine of the vector and one class's centroid, less what training never saw of the vector. */
export function likenessTo(index: ClassIndex, { ids, values }: Vector, c: number): number {
  let sum = 0;
  for (let i = 0; i < ids.length; i++) {
    const at = postingOf(index, ids[i] as number, c);
    if (at >= 0) sum += (values[i] as number) * (index.means[at] as number);
  }
  return sum;
}

/** Where a feature's posting for a class stands, or −1: by halving, since rows are in order of class. */
function postingOf({ starts, classOf, classes }: ClassIndex, id: number, c: number): number {
  let low = starts[id] as number;
  const end = starts[id + 1] as number;
  if (end - low === classes) return low + c;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((classOf[middle] as number) < c) low = middle + 1;
    else high = middle;
  }
  return low < end && classOf[low] === c ? low : -1;
}

/** Turns logits into probabilities in place; returns the logarithm of what they summed to: how much of the text spoke at all. */
export function softmax(logits: Float64Array): number {
  let top = -Infinity;
  for (let c = 0; c < logits.length; c++) if ((logits[c] as number) > top) top = logits[c] as number;
  // Of many classes most share nothing with a text: their exponential is computed once.
  const untouched = Math.exp(-top);
  let sum = 0;
  for (let c = 0; c < logits.length; c++) {
    const logit = logits[c] as number;
    sum += logits[c] = logit === 0 ? untouched : Math.exp(logit - top);
  }
  const scale = 1 / sum;
  for (let c = 0; c < logits.length; c++) logits[c] = (logits[c] as number) * scale;
  return top + Math.log(sum);
}
