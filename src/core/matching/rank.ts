import type { Fit } from './recognizer.ts';

/** An intent's place for one text: its probability among the intents, and its likeness to the intent's phrasings. */
export type Place = { readonly intent: number; readonly probability: number; readonly cosine: number };

/** The best intents, best first, and how much of the text spoke for anything at all. */
export type Ranking = { readonly places: readonly Place[]; readonly energy: number };

/** Class → intent; −1 for the background, which takes probability but never wins. */
export type ClassIntents = Int32Array;

/** The best `count` intents, by probability, then by their order in the corpus. Numbers are whole multiples of a millionth. */
export function rank(fit: Fit, intentOf: ClassIntents, intents: number, count: number): Ranking {
  const probabilities = new Float64Array(intents);
  const cosines = new Float64Array(intents);
  for (let c = 0; c < intentOf.length; c++) {
    const intent = intentOf[c] as number;
    if (intent < 0) continue;
    probabilities[intent] = (probabilities[intent] as number) + (fit.probabilities[c] as number);
    cosines[intent] = Math.max(cosines[intent] as number, fit.cosines[c] as number);
  }
  const best: Place[] = [];
  for (let intent = 0; intent < intents; intent++) {
    const probability = quantise(probabilities[intent] as number);
    const cosine = quantise(cosines[intent] as number);
    if (probability <= 0 || cosine <= 0) continue;
    if (best.length === count && probability <= (best[count - 1] as Place).probability) continue;
    let at = best.length;
    while (at > 0 && (best[at - 1] as Place).probability < probability) at--;
    best.splice(at, 0, { intent, probability, cosine });
    if (best.length > count) best.pop();
  }
  return { places: best, energy: quantise(fit.energy) };
}

// Exponentials may differ in their last bits between engines: what is compared is what is left after rounding.
function quantise(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
