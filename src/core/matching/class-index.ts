import { views, type Vector, type View } from './encoder.ts';

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

/** `turn`: a hash of the text, by which it takes its turn. */
export type Example = {
  readonly vector: Vector;
  readonly class: number;
  readonly weight: number;
  readonly turn: number;
};

/** For each class, what all views of a text say together, and what each says alone. Reused from text to text. */
export type Scores = { readonly all: Float64Array; readonly byView: readonly Float64Array[] };

export function createScores(classes: number): Scores {
  return {
    all: new Float64Array(classes),
    byView: Array.from({ length: views }, () => new Float64Array(classes)),
  };
}

/** Logits: by view, and their sum. */
export function scoreClasses(index: ClassIndex, vector: Vector, { all, byView }: Scores): void {
  all.fill(0);
  for (let v = 0; v < views; v++) {
    const view = vector.views[v] as View;
    const into = byView[v] as Float64Array;
    scoreView(index, vector, view, into);
    if (view.start === view.end) continue;
    for (let c = 0; c < all.length; c++) all[c] = (all[c] as number) + (into[c] as number);
  }
}

/** Adds up, over the view's features, the weights by class. */
function scoreView(
  index: ClassIndex,
  { ids, values }: Vector,
  { start: from, end: to }: View,
  into: Float64Array,
): void {
  const { starts, classOf, classes, weights } = index;
  const fullRows: number[] = [];
  const fullValues: number[] = [];
  into.fill(0);
  for (let i = from; i < to; i++) {
    const value = values[i] as number;
    const start = starts[ids[i] as number] as number;
    const end = starts[(ids[i] as number) + 1] as number;
    if (end - start === classes) {
      fullRows.push(start);
      fullValues.push(value);
    } else {
      for (let at = start; at < end; at++) {
        const c = classOf[at] as number;
        into[c] = (into[c] as number) + (weights[at] as number) * value;
      }
    }
  }
  addFullRows(weights, fullRows, fullValues, into);
}

/**
 * Features that have a weight for every class, from where their rows begin. Four at a time: the sums are read and written
 * once instead of four times.
 */
function addFullRows(
  weights: Float32Array,
  rows: readonly number[],
  values: readonly number[],
  into: Float64Array,
): void {
  for (let i = 0; i < rows.length; i += 4) {
    const [a, b, d, e] = [rows[i] as number, rows[i + 1] ?? 0, rows[i + 2] ?? 0, rows[i + 3] ?? 0];
    const [byA, byB, byD, byE] = [values[i] as number, values[i + 1] ?? 0, values[i + 2] ?? 0, values[i + 3] ?? 0];
    for (let c = 0; c < into.length; c++) {
      into[c] =
        (into[c] as number) +
        ((weights[a + c] as number) * byA + (weights[b + c] as number) * byB) +
        ((weights[d + c] as number) * byD + (weights[e + c] as number) * byE);
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

/** What a view alone makes of the classes, in place: as if it were all there is of the text. */
export function softmaxOfView(logits: Float64Array, { share }: View): void {
  if (share > 0) for (let c = 0; c < logits.length; c++) logits[c] = (logits[c] as number) / share;
  softmax(logits);
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
