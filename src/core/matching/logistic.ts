import type { ClassIndex, Example } from './class-index.ts';
import { descend } from './descend.ts';
import type { MatcherSettings } from './settings.ts';

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
  const isTouched = new Uint8Array(features);
  byClass.forEach((examples, c) => {
    const touched: number[] = [];
    for (const { vector, weight } of examples) {
      for (let i = 0; i < vector.ids.length; i++) {
        const id = vector.ids[i] as number;
        if (isTouched[id] === 0) touched.push(id);
        isTouched[id] = 1;
        sums[id] = (sums[id] as number) + weight * (vector.values[i] as number);
      }
    }
    let square = 0;
    for (const id of touched) square += (sums[id] as number) ** 2;
    for (const id of touched) {
      visit(c, id, (sums[id] as number) / Math.sqrt(square));
      sums[id] = 0;
      isTouched[id] = 0;
    }
  });
}

function groupByClass(examples: readonly Example[], classes: number): Example[][] {
  const groups: Example[][] = Array.from({ length: classes }, () => []);
  for (const example of examples) groups[example.class]?.push(example);
  return groups;
}
