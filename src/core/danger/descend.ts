import { hashPair } from '../matching/hash.ts';
import { inTurn } from '../matching/turns.ts';
import { questions, type ClassifierModel, type Question } from './classifier.ts';
import { slotBits, type Vector } from './features.ts';

/** `turn`: a hash of the text, by which it takes its turn. */
export type Lesson = {
  readonly turn: number;
  readonly vector: Vector;
  readonly is: Readonly<Partial<Record<Question, boolean>>>;
  readonly weight: number;
};

/**
 * Stochastic gradient descent with a step of its own for every weight (AdaGrad); of all rounds the weights are averaged, which
 * makes less of a single lesson. The same lessons give the same bytes. No question's weights depend on another's, so that they
 * are learned one after the other: what a step reads and writes then fits into the processor's cache.
 */
export function learn(
  lessons: readonly Lesson[],
  rounds: Rounds = learningDefaults,
  start: ClassifierModel | null = null,
): ClassifierModel {
  const weights = start === null ? new Float32Array(slots * questions.length) : start.weights.slice();
  const flat = flatten(lessons);
  // Another order in every round.
  const orders = Array.from({ length: rounds.epochs }, (_, epoch) =>
    inTurn(Int32Array.from(lessons, ({ turn }) => hashPair(turn, epoch))),
  );
  questions.forEach((question, q) => {
    const answers = Int8Array.from(lessons, ({ is }) => (is[question] === undefined ? unasked : Number(is[question])));
    learnOne({ ...flat, answers }, orders, rounds, { weights, q });
  });
  return { weights };
}

type Rounds = Readonly<Record<'epochs' | 'rate' | 'ridge', number>>;

/** All lessons one behind the other: the features of lesson n stand from `starts[n]` to `starts[n + 1]`. */
type FlatLessons = {
  readonly starts: Int32Array;
  readonly slots: Int32Array;
  readonly values: Float32Array;
  readonly weights: Float64Array;
};

type FlatQuestion = FlatLessons & { readonly answers: Int8Array };

function flatten(lessons: readonly Lesson[]): FlatLessons {
  const starts = new Int32Array(lessons.length + 1);
  lessons.forEach(({ vector }, n) => (starts[n + 1] = (starts[n] as number) + vector.slots.length));
  const flat = {
    starts,
    slots: new Int32Array(starts[lessons.length] as number),
    values: new Float32Array(starts[lessons.length] as number),
    weights: Float64Array.from(lessons, ({ weight }) => weight),
  };
  lessons.forEach(({ vector }, n) => {
    flat.slots.set(vector.slots, starts[n]);
    flat.values.set(vector.values, starts[n]);
  });
  return flat;
}

/** Learns one question's weights, which stand at `q` of each slot, in a round for each of the orders. */
function learnOne(
  lessons: FlatQuestion,
  orders: readonly Int32Array[],
  rounds: Rounds,
  { weights, q }: { readonly weights: Float32Array; readonly q: number },
): void {
  // A slot's weight, and beside it the sum of the squares of its gradients.
  const state = new Float32Array(slots * 2);
  for (let slot = 0; slot < slots; slot++) {
    const at = slot * questions.length + q;
    state[2 * slot] = weights[at] as number;
    state[2 * slot + 1] = firstSquare;
    weights[at] = 0;
  }
  for (const order of orders) {
    for (const n of order) if (lessons.answers[n] !== unasked) step(state, lessons, n, rounds);
    for (let slot = 0; slot < slots; slot++) {
      const at = slot * questions.length + q;
      weights[at] = (weights[at] as number) + (state[2 * slot] as number) / orders.length;
    }
  }
}

function step(
  state: Float32Array,
  { starts, slots, values, weights, answers }: FlatQuestion,
  n: number,
  { rate, ridge }: Rounds,
): void {
  const start = starts[n] as number;
  const end = starts[n + 1] as number;
  let sum = 0;
  for (let i = start; i < end; i++) sum += (values[i] as number) * (state[2 * (slots[i] as number)] as number);
  const error = (weights[n] as number) * (1 / (1 + Math.exp(-sum)) - (answers[n] as number));
  if (Math.abs(error) < negligible) return;
  for (let i = start; i < end; i++) {
    const at = 2 * (slots[i] as number);
    const gradient = error * (values[i] as number) + ridge * (state[at] as number);
    state[at + 1] = (state[at + 1] as number) + gradient * gradient;
    state[at] = (state[at] as number) - (rate * gradient) / Math.sqrt(state[at + 1] as number);
  }
}

/** Chosen by cross-validation on the examples, see docs/safety.md. */
export const learningDefaults = Object.freeze({ epochs: 4, rate: 0.3, ridge: 6e-3 });
const negligible = 4e-3;
const firstSquare = 1e-2;
const unasked = -1;
const slots = 1 << slotBits;
