import type { Vector } from './encoder.ts';
import { descend } from './descend.ts';
import type { MatcherSettings } from './settings.ts';

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

/** `examples` in any order; the result depends on their order and on nothing else. */
export function trainClassIndex(
  examples: readonly Example[],
  features: number,
  classes: number,
  settings: MatcherSettings,
): ClassIndex {
  const index = centroids(examples, features, classes, settings);
  const { weights, means } = index;
  for (let i = 0; i < weights.length; i++) weights[i] = (means[i] as number) * settings.warmth;
  descend(index, examples, settings);
  return index;
}

/** Adds up, over the vector's features, the weights by class. A full row is read without looking its classes up. */
export function scoreClasses(
  { starts, classOf, classes, weights }: ClassIndex,
  vector: Vector,
  into: Float64Array,
): void {
  const { ids, values } = vector;
  into.fill(0);
  for (let i = 0; i < ids.length; i++) {
    const value = values[i] as number;
    const id = ids[i] as number;
    const start = starts[id] as number;
    const end = starts[id + 1] as number;
    if (end - start === classes) {
      for (let c = 0; c < classes; c++) into[c] = (into[c] as number) + (weights[start + c] as number) * value;
      continue;
    }
    for (let at = start; at < end; at++) {
      const c = classOf[at] as number;
      into[c] = (into[c] as number) + (weights[at] as number) * value;
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

/** The postings, in order of feature, then class. */
function centroids(
  examples: readonly Example[],
  features: number,
  classes: number,
  { mostClasses, mostFullClasses, commonShare }: MatcherSettings,
): ClassIndex {
  const byClass = groupByClass(examples, classes);
  const sizes = new Int32Array(features);
  eachClassFeature(byClass, features, (_, id) => (sizes[id] = (sizes[id] as number) + 1));
  // A common feature speaks against an intent by its absence there, so it gets a weight for every class.
  const isFull = (size: number): boolean => classes <= mostFullClasses && size * commonShare >= classes;
  const rowLength = (size: number): number => (size > mostClasses ? 0 : isFull(size) ? classes : size);
  const starts = new Int32Array(features + 1);
  for (let id = 0; id < features; id++) {
    const size = sizes[id] as number;
    starts[id + 1] = (starts[id] as number) + rowLength(size);
  }
  const classOf = new Uint16Array(starts[features] as number);
  const means = new Float32Array(classOf.length);
  for (let id = 0; id < features; id++) {
    const start = starts[id] as number;
    if (isFull(sizes[id] as number)) for (let c = 0; c < classes; c++) classOf[start + c] = c;
  }
  const next = starts.slice();
  eachClassFeature(byClass, features, (c, id, value) => {
    const size = sizes[id] as number;
    if (size > mostClasses) return;
    const at = isFull(size) ? (starts[id] as number) + c : (next[id] as number);
    classOf[at] = c;
    means[at] = value;
    next[id] = at + 1;
  });
  return { classes, starts, classOf, means, weights: new Float32Array(means.length) };
}

/** Visits each class's centroid, made of length 1, feature by feature, classes ascending. */
function eachClassFeature(
  byClass: readonly (readonly Example[])[],
  features: number,
  visit: (c: number, id: number, value: number) => void,
): void {
  const sums = new Float64Array(features);
  byClass.forEach((examples, c) => {
    const touched: number[] = [];
    for (const { vector, weight } of examples) {
      for (let i = 0; i < vector.ids.length; i++) {
        const id = vector.ids[i] as number;
        if (sums[id] === 0) touched.push(id);
        sums[id] = (sums[id] as number) + weight * (vector.values[i] as number);
      }
    }
    let square = 0;
    for (const id of touched) square += (sums[id] as number) ** 2;
    for (const id of touched) {
      visit(c, id, (sums[id] as number) / Math.sqrt(square));
      sums[id] = 0;
    }
  });
}

function groupByClass(examples: readonly Example[], classes: number): Example[][] {
  const groups: Example[][] = Array.from({ length: classes }, () => []);
  for (const example of examples) groups[example.class]?.push(example);
  return groups;
}
