import type { Vector } from './features.ts';

/** Independent questions to a passage: is it danger, is it certain, of which kind. Each has its answer from the same features. */
export const questions = ['danger', 'certain', 'life', 'fire', 'violence', 'self-harm'] as const;
export type Question = (typeof questions)[number];
export type Answers = Readonly<Record<Question, number>>;

/** Weights by slot, the questions side by side. Plain data. */
export type ClassifierModel = { readonly weights: Float32Array };

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

function scoresOf(weights: Float32Array, slots: Int32Array, values: Float32Array): Float64Array {
  const sums = new Float64Array(questions.length);
  for (let i = 0; i < slots.length; i++) {
    const at = (slots[i] as number) * questions.length;
    const value = values[i] as number;
    for (let q = 0; q < questions.length; q++) sums[q] = (sums[q] as number) + value * (weights[at + q] as number);
  }
  return sums;
}
