import { views, type Vector, type View } from './encoder.ts';
import { createScores, scoreClasses, softmax, type ClassIndex, type Example, type Near } from './class-index.ts';
import type { MatcherSettings } from './settings.ts';
import { inTurn } from './turns.ts';

/**
 * Stochastic gradient on the cross-entropy, in a fixed pseudo-random order, the step falling linearly to zero. Each example
 * moves its own class and those that come near it, its rivals: most classes are none. One that was learned well enough is
 * left alone in the next epoch.
 */
export function descend(index: ClassIndex, examples: readonly Example[], settings: MatcherSettings): void {
  const epochs = Math.min(settings.epochs, Math.max(1, Math.floor(settings.mostSteps / Math.max(1, examples.length))));
  const step = createStep(index, settings);
  const order = inTurn(Int32Array.from(examples, ({ turn }) => turn));
  const skip = new Uint8Array(examples.length);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let n = 0; n < order.length; n++) {
      const at = order[n] as number;
      if (skip[at] === 1) skip[at] = 0;
      else {
        const rate = settings.learningRate * (1 - (epoch + n / order.length) / epochs);
        if (step(examples[at] as Example, rate) > settings.learned) skip[at] = 1;
      }
    }
    shrink(index, settings);
  }
}

/**
 * One step down the gradient; returns the probability that the right class had before. Each view is corrected by its own
 * error too: where the words alone settle a lesson, characters and direction would learn nothing from it. Among so many
 * classes that no feature has a weight for all, the error of all views together does, for the time it takes.
 */
function createStep(index: ClassIndex, settings: MatcherSettings) {
  const scores = createScores(index.classes);
  const errors = createErrors(index.classes);
  const isOne = index.classes > settings.mostFullClasses;
  return ({ vector, class: target, weight }: Example, rate: number): number => {
    const { all, byView, near } = scores;
    scoreClasses(index, vector, scores, { reach: settings.reach, target });
    softmax(all, near);
    for (let v = 0; v < views; v++) {
      const view = vector.views[v] as View;
      if (view.start === view.end) continue;
      const own = isOne ? all : (byView[v] as Float64Array);
      if (!isOne) softmax(own, near, view.share);
      findErrors(all, own, near, target, settings, errors);
      correct(index, vector, view, rate * weight, errors);
    }
    return all[target] as number;
  };
}

/** By how much each class's probability is off; the rivals, the first `count` of `rivals`, are those that are moved. */
type Errors = { readonly byClass: Float64Array; readonly rivals: Int32Array; count: number };

function createErrors(classes: number): Errors {
  return { byClass: new Float64Array(classes), rivals: new Int32Array(classes), count: 0 };
}

function findErrors(
  all: Float64Array,
  own: Float64Array,
  near: Near,
  target: number,
  { rivalry, smoothing, ownError }: MatcherSettings,
  errors: Errors,
): void {
  const { byClass, rivals } = errors;
  for (let k = 0; k < errors.count; k++) byClass[rivals[k] as number] = 0;
  let count = 0;
  for (let k = 0; k < near.count; k++) {
    const c = near.classes[k] as number;
    const probability = (1 - ownError) * (all[c] as number) + ownError * (own[c] as number);
    if (c !== target && probability < rivalry) continue;
    byClass[c] = probability;
    rivals[count++] = c;
  }
  byClass[target] = (byClass[target] as number) - (1 - smoothing);
  errors.count = count;
}

/** Moves the rivals' weights against their errors; the errors of all others are 0. */
function correct(
  index: ClassIndex,
  { ids, values }: Vector,
  view: View,
  rate: number,
  { byClass, rivals, count }: Errors,
): void {
  const { starts, classOf, classes, weights } = index;
  for (let i = view.start; i < view.end; i++) {
    const change = (values[i] as number) * rate;
    const start = starts[ids[i] as number] as number;
    const end = starts[(ids[i] as number) + 1] as number;
    if (end - start === classes) {
      for (let k = 0; k < count; k++) {
        const c = rivals[k] as number;
        weights[start + c] = (weights[start + c] as number) - change * (byClass[c] as number);
      }
      continue;
    }
    for (let at = start; at < end; at++) {
      weights[at] = (weights[at] as number) - change * (byClass[classOf[at] as number] as number);
    }
  }
}

/** Draws the weights back towards the centroids they began as. */
function shrink({ weights, means }: ClassIndex, { warmth, decay }: MatcherSettings): void {
  for (let i = 0; i < weights.length; i++) {
    const start = (means[i] as number) * warmth;
    weights[i] = start + ((weights[i] as number) - start) * (1 - decay);
  }
}
