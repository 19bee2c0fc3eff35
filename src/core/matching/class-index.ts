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

/** Some of the classes, ascending: the first `count`. */
export type Near = { readonly classes: Int32Array; count: number };

/** Features that have a weight for every class: from where their rows begin, and how much of each there is. */
type FullRows = { starts: Int32Array; values: Float64Array; count: number };

/**
 * For each class that is `near`, what all views of a text say together, and what each says alone; of the others nothing. Reused
 * from text to text.
 */
export type Scores = {
  readonly all: Float64Array;
  readonly byView: readonly Float64Array[];
  readonly near: Near;
  readonly fullRows: FullRows;
};

export function createScores(classes: number): Scores {
  return {
    all: new Float64Array(classes),
    byView: Array.from({ length: views }, () => new Float64Array(classes)),
    near: { classes: new Int32Array(classes), count: 0 },
    fullRows: { starts: new Int32Array(0), values: new Float64Array(0), count: 0 },
  };
}

/** What is near to a text: within `reach` of the best class, and one class in any case. */
export type Within = { readonly reach: number; readonly target: number };

/**
 * Logits: by view, and their sum. After each view the classes that it leaves out of reach are dropped: the next have to look
 * at a few alone.
 */
export function scoreClasses(index: ClassIndex, vector: Vector, scores: Scores, within: Within = everywhere): void {
  const { all, byView, near } = scores;
  for (let c = 0; c < index.classes; c++) near.classes[c] = c;
  near.count = index.classes;
  all.fill(0);
  let share = 0;
  for (let v = 0; v < views; v++) {
    const view = vector.views[v] as View;
    const into = byView[v] as Float64Array;
    into.fill(0);
    if (view.start === view.end) continue;
    scoreView(index, vector, view, scores, into);
    for (let k = 0; k < near.count; k++) {
      const c = near.classes[k] as number;
      all[c] = (all[c] as number) + (into[c] as number);
    }
    share += view.share;
    if (within !== everywhere) dropFar(near, all, within.target, within.reach * share);
  }
}

const everywhere: Within = { reach: Infinity, target: -1 };

/** @param reach of logits as they are, which add up to a part of what they say: `softmax` makes them whole */
function dropFar(near: Near, logits: Float64Array, target: number, reach: number): void {
  const least = highestOf(logits, near) - reach;
  let count = 0;
  for (let k = 0; k < near.count; k++) {
    const c = near.classes[k] as number;
    if (c === target || (logits[c] as number) >= least) near.classes[count++] = c;
  }
  near.count = count;
}

function highestOf(logits: Float64Array, { classes, count }: Near): number {
  let top = -Infinity;
  for (let k = 0; k < count; k++) top = Math.max(top, logits[classes[k] as number] as number);
  return top;
}

/** Adds up, over the view's features, the weights by class. */
function scoreView(
  index: ClassIndex,
  { ids, values }: Vector,
  { start: from, end: to }: View,
  { near, fullRows }: Scores,
  into: Float64Array,
): void {
  const { starts, classOf, classes, weights } = index;
  makeRoom(fullRows, to - from);
  const { starts: rows, values: rowValues } = fullRows;
  let count = 0;
  for (let i = from; i < to; i++) {
    const value = values[i] as number;
    const id = ids[i] as number;
    const start = starts[id] as number;
    const end = starts[id + 1] as number;
    if (end - start === classes) {
      rows[count] = start;
      rowValues[count++] = value;
    } else {
      for (let at = start; at < end; at++) {
        const c = classOf[at] as number;
        into[c] = (into[c] as number) + (weights[at] as number) * value;
      }
    }
  }
  fullRows.count = count;
  addFullRows(weights, fullRows, near, into);
}

function makeRoom(rows: FullRows, count: number): void {
  if (rows.starts.length >= count + atOnce) return;
  rows.starts = new Int32Array(2 * (count + atOnce));
  rows.values = new Float64Array(rows.starts.length);
}

/** Eight at a time: the sums are read and written once instead of eight times. Behind the last stand rows that count nothing. */
function addFullRows(
  weights: Float32Array,
  { starts, values, count: rows }: FullRows,
  { classes, count }: Near,
  into: Float64Array,
): void {
  starts.fill(0, rows, rows + atOnce);
  values.fill(0, rows, rows + atOnce);
  for (let i = 0; i < rows; i += atOnce) {
    const [a, b, d, e] = [starts[i], starts[i + 1], starts[i + 2], starts[i + 3]] as Four;
    const [f, g, h, j] = [starts[i + 4], starts[i + 5], starts[i + 6], starts[i + 7]] as Four;
    const [byA, byB, byD, byE] = [values[i], values[i + 1], values[i + 2], values[i + 3]] as Four;
    const [byF, byG, byH, byJ] = [values[i + 4], values[i + 5], values[i + 6], values[i + 7]] as Four;
    for (let k = 0; k < count; k++) {
      const c = classes[k] as number;
      into[c] =
        (into[c] as number) +
        ((weights[a + c] as number) * byA + (weights[b + c] as number) * byB) +
        ((weights[d + c] as number) * byD + (weights[e + c] as number) * byE) +
        ((weights[f + c] as number) * byF + (weights[g + c] as number) * byG) +
        ((weights[h + c] as number) * byH + (weights[j + c] as number) * byJ);
    }
  }
}

type Four = readonly [number, number, number, number];

const atOnce = 8;

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

/**
 * Turns the logits of what is near into probabilities, in place; returns the logarithm of what they summed to: how much of the
 * text spoke at all.
 * @param share of the text that spoke: what a view says alone is taken as if it were all there is
 */
export function softmax(logits: Float64Array, near: Near, share = 1): number {
  const { classes, count } = near;
  const whole = share > 0 ? share : 1;
  const top = highestOf(logits, near);
  // Of many classes most share nothing with a text: their exponential is computed once.
  const untouched = Math.exp(-top / whole);
  let sum = 0;
  for (let k = 0; k < count; k++) {
    const c = classes[k] as number;
    const logit = logits[c] as number;
    sum += logits[c] = logit === 0 ? untouched : Math.exp((logit - top) / whole);
  }
  for (let k = 0; k < count; k++) {
    const c = classes[k] as number;
    logits[c] = (logits[c] as number) / sum;
  }
  return top / whole + Math.log(sum);
}
