import type { Vector } from './encoder.ts';
import { scoreClasses, softmax, type ClassIndex, type Example } from './logistic.ts';
import type { MatcherSettings } from './settings.ts';

/**
 * Stochastic gradient on the cross-entropy, in a fixed pseudo-random order, the step falling linearly to zero. All classes
 * are looked at once; after that each example only has to be told from those that came near it, its rivals. One that was
 * learned well enough is left alone every other epoch.
 */
export function descend(index: ClassIndex, examples: readonly Example[], settings: MatcherSettings): void {
  const epochs = Math.min(settings.epochs, Math.max(1, Math.floor(settings.mostSteps / Math.max(1, examples.length))));
  const learner = createLearner(index, settings);
  const order = shuffled(examples.length);
  const rivals = new Array<Uint16Array>(examples.length);
  const skip = new Uint8Array(examples.length);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let n = 0; n < order.length; n++) {
      const at = order[n] as number;
      if (skip[at] === 1) {
        skip[at] = 0;
        continue;
      }
      const example = examples[at] as Example;
      const near = epoch === 0 ? learner.rivalsOf(example) : (rivals[at] as Uint16Array);
      rivals[at] = near;
      const rate = settings.learningRate * (1 - (epoch + n / order.length) / epochs);
      if (learner.step(example, near, rate) > settings.learned) skip[at] = 1;
    }
    shrink(index, settings);
  }
}

function createLearner(index: ClassIndex, { rivalry, smoothing }: MatcherSettings) {
  const scores = new Float64Array(index.classes);
  const errors = new Float64Array(index.classes);
  const buffer = new Float64Array(index.classes);
  return {
    /** The example's class, and all that would take at least `rivalry` of the probability from it. */
    rivalsOf({ vector, class: target }: Example): Uint16Array {
      scoreClasses(index, vector, scores);
      softmax(scores);
      const near: number[] = [];
      for (let c = 0; c < scores.length; c++) if (c === target || (scores[c] as number) >= rivalry) near.push(c);
      return Uint16Array.from(near);
    },
    /** One step down the gradient; returns the probability that the right class had before. */
    step({ vector, class: target, weight }: Example, near: Uint16Array, rate: number): number {
      scoreRivals(index, vector, near, scores);
      const logits = buffer.subarray(0, near.length);
      for (let k = 0; k < near.length; k++) logits[k] = scores[near[k] as number] as number;
      softmax(logits);
      for (let k = 0; k < near.length; k++) errors[near[k] as number] = logits[k] as number;
      const before = errors[target] as number;
      errors[target] = before - (1 - smoothing);
      correct(index, vector, rate * weight, near, errors);
      for (let k = 0; k < near.length; k++) errors[near[k] as number] = 0;
      return before;
    },
  };
}

/** As `scoreClasses`, for the rivals alone; what other classes are given is of no use. */
function scoreRivals(index: ClassIndex, { ids, values }: Vector, near: Uint16Array, into: Float64Array): void {
  const { starts, classOf, classes, weights } = index;
  for (let k = 0; k < near.length; k++) into[near[k] as number] = 0;
  for (let i = 0; i < ids.length; i++) {
    const value = values[i] as number;
    const start = starts[ids[i] as number] as number;
    const end = starts[(ids[i] as number) + 1] as number;
    if (end - start === classes) {
      for (let k = 0; k < near.length; k++) {
        const c = near[k] as number;
        into[c] = (into[c] as number) + (weights[start + c] as number) * value;
      }
      continue;
    }
    for (let at = start; at < end; at++) {
      const c = classOf[at] as number;
      into[c] = (into[c] as number) + (weights[at] as number) * value;
    }
  }
}

/** Moves the rivals' weights against their errors; those of all others are 0. */
function correct(
  index: ClassIndex,
  { ids, values }: Vector,
  rate: number,
  near: Uint16Array,
  errors: Float64Array,
): void {
  const { starts, classOf, classes, weights } = index;
  for (let i = 0; i < ids.length; i++) {
    const change = (values[i] as number) * rate;
    const start = starts[ids[i] as number] as number;
    const end = starts[(ids[i] as number) + 1] as number;
    if (end - start === classes) {
      for (let k = 0; k < near.length; k++) {
        const c = near[k] as number;
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
