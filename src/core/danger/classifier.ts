import { hashPair } from '../matching/hash.ts';
import { slotBits, type Vector } from './features.ts';

/** Independent questions to a passage: is it danger, is it certain, of which kind. Each has its answer from the same features. */
const questions = ['danger', 'certain', 'life', 'fire', 'violence', 'self-harm'] as const;
export type Question = (typeof questions)[number];
export type Answers = Readonly<Record<Question, number>>;

/** Weights by slot, the questions side by side. Plain data. */
export type ClassifierModel = { readonly weights: Float32Array };

/** `turn`: a hash of the text, by which it takes its turn. */
export type Lesson = {
  readonly turn: number;
  readonly vector: Vector;
  readonly is: Readonly<Partial<Record<Question, boolean>>>;
  readonly weight: number;
};

/** Probabilities, by logistic regression. */
export function ask({ weights }: ClassifierModel, { slots, values }: Vector): Answers {
  const sums = scoresOf(weights, slots, values);
  return Object.fromEntries(
    questions.map((question, q) => [question, 1 / (1 + Math.exp(-(sums[q] as number)))]),
  ) as Answers;
}

/** How much a feature speaks for an answer. */
export function slotWeight({ weights }: ClassifierModel, slot: number, question: Question): number {
  return weights[slot * questions.length + questions.indexOf(question)] ?? 0;
}

function scoresOf(
  weights: Float32Array,
  slots: Int32Array,
  values: Float32Array,
  asked: number = questions.length,
): Float64Array {
  const sums = new Float64Array(questions.length);
  for (let i = 0; i < slots.length; i++) {
    const at = (slots[i] as number) * questions.length;
    const value = values[i] as number;
    for (let q = 0; q < asked; q++) sums[q] = (sums[q] as number) + value * (weights[at + q] as number);
  }
  return sums;
}

/**
 * Stochastic gradient descent with a step of its own for every weight (AdaGrad); of all rounds the weights are averaged, which
 * makes less of a single lesson. The same lessons give the same bytes.
 */
export function learn(
  lessons: readonly Lesson[],
  { epochs, rate, ridge }: Readonly<Record<'epochs' | 'rate' | 'ridge', number>> = learningDefaults,
  start: ClassifierModel | null = null,
): ClassifierModel {
  const size = (1 << slotBits) * questions.length;
  const weights = start === null ? new Float32Array(size) : start.weights.slice();
  const squares = new Float32Array(size).fill(1e-2);
  const average = new Float32Array(size);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const lesson of inTurn(lessons, epoch)) step(weights, squares, lesson, rate, ridge);
    for (let at = 0; at < size; at++) average[at] = (average[at] as number) + (weights[at] as number) / epochs;
  }
  return { weights: average };
}

function step(weights: Float32Array, squares: Float32Array, lesson: Lesson, rate: number, ridge: number): void {
  const { vector, is, weight } = lesson;
  const { slots, values } = vector;
  // What is no danger answers the first questions only.
  const asked = questions.findLastIndex((question) => is[question] !== undefined) + 1;
  const errors = scoresOf(weights, slots, values, asked);
  let most = 0;
  for (let q = 0; q < asked; q++) {
    const target = is[questions[q] as Question];
    const off = 1 / (1 + Math.exp(-(errors[q] as number))) - (target === true ? 1 : 0);
    errors[q] = target === undefined ? 0 : weight * off;
    most = Math.max(most, Math.abs(errors[q] as number));
  }
  if (most < negligible) return;
  for (let i = 0; i < slots.length; i++) {
    const start = (slots[i] as number) * questions.length;
    for (let q = 0; q < asked; q++) {
      const error = errors[q] as number;
      if (Math.abs(error) < negligible) continue;
      const at = start + q;
      const gradient = error * (values[i] as number) + ridge * (weights[at] as number);
      squares[at] = (squares[at] as number) + gradient * gradient;
      weights[at] = (weights[at] as number) - (rate * gradient) / Math.sqrt(squares[at]);
    }
  }
}

/**
 * Another order in every round, by the hash of each text: a lesson more or fewer leaves all others in their order, so that
 * learning anew moves little.
 */
function inTurn(lessons: readonly Lesson[], epoch: number): readonly Lesson[] {
  const turns = Int32Array.from(lessons, ({ turn }) => hashPair(turn, epoch));
  const order = Int32Array.from(lessons.keys()).sort((a, b) => (turns[a] as number) - (turns[b] as number) || a - b);
  return Array.from(order, (n) => lessons[n] as Lesson);
}

/** Chosen by cross-validation on the examples, see docs/safety.md. */
export const learningDefaults = Object.freeze({ epochs: 4, rate: 0.3, ridge: 6e-3 });
const negligible = 4e-3;
