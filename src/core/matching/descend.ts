import type { Vector } from './encoder.ts';
import { scoreClasses, softmax, type ClassIndex, type Example } from './class-index.ts';
import type { MatcherSettings } from './settings.ts';

/**
 * Stochastic gradient on the cross-entropy, in a fixed pseudo-random order, the step falling linearly to zero. Each example
 * moves its own class and those that come near it, its rivals: most classes are none. One that was learned well enough is
 * left alone in the next epoch.
 */
export function descend(index: ClassIndex, examples: readonly Example[], settings: MatcherSettings): void {
  const epochs = Math.min(settings.epochs, Math.max(1, Math.floor(settings.mostSteps / Math.max(1, examples.length))));
  const step = createStep(index, settings);
  const order = shuffled(examples.length);
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

/** One step down the gradient; returns the probability that the right class had before. */
function createStep(index: ClassIndex, { rivalry, smoothing }: MatcherSettings) {
  const errors = new Float64Array(index.classes);
  const rivals = new Int32Array(index.classes);
  return ({ vector, class: target, weight }: Example, rate: number): number => {
    scoreClasses(index, vector, errors);
    softmax(errors);
    const before = errors[target] as number;
    errors[target] = before - (1 - smoothing);
    let count = 0;
    for (let c = 0; c < errors.length; c++) {
      if (c === target || (errors[c] as number) >= rivalry) rivals[count++] = c;
      else errors[c] = 0;
    }
    correct(index, vector, rate * weight, rivals.subarray(0, count), errors);
    return before;
  };
}

/** Moves the rivals' weights against their errors; the errors of all others are 0. */
function correct(
  index: ClassIndex,
  { ids, values }: Vector,
  rate: number,
  rivals: Int32Array,
  errors: Float64Array,
): void {
  const { starts, classOf, classes, weights } = index;
  for (let i = 0; i < ids.length; i++) {
    const change = (values[i] as number) * rate;
    const start = starts[ids[i] as number] as number;
    const end = starts[(ids[i] as number) + 1] as number;
    if (end - start === classes) {
      for (let k = 0; k < rivals.length; k++) {
        const c = rivals[k] as number;
        weights[start + c] = (weights[start + c] as number) - change * (errors[c] as number);
      }
      continue;
    }
    for (let at = start; at < end; at++) {
      weights[at] = (weights[at] as number) - change * (errors[classOf[at] as number] as number);
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

/** Fisher–Yates with a fixed linear congruential generator. */
function shuffled(length: number): Int32Array {
  const order = Int32Array.from({ length }, (_, i) => i);
  let seed = 20_261_122;
  for (let i = length - 1; i > 0; i--) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) | 0;
    const j = (seed >>> 0) % (i + 1);
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}
