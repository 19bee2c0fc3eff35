import type { Fit } from './recognizer.ts';

/** An intent's place for one text: its probability among the intents, its likeness to the intent's phrasings, and their product. */
export type Place = {
  readonly intent: number;
  readonly probability: number;
  readonly cosine: number;
  readonly raw: number;
};

/** Class → intent; −1 for the background, which takes probability but never wins. */
export type ClassIntents = Int32Array;

/** The best `count` intents, by raw score, then by their order in the corpus. Scores are whole multiples of a millionth. */
export function rank(fit: Fit, intentOf: ClassIntents, intents: number, count: number): Place[] {
  const probability = new Float64Array(intents);
  const cosine = new Float64Array(intents);
  for (let c = 0; c < intentOf.length; c++) {
    const intent = intentOf[c] as number;
    if (intent < 0) continue;
    probability[intent] = (probability[intent] as number) + (fit.probabilities[c] as number);
    cosine[intent] = Math.max(cosine[intent] as number, fit.cosines[c] as number);
  }
  const best: Place[] = [];
  for (let intent = 0; intent < intents; intent++) {
    const [p, cos] = [probability[intent] as number, cosine[intent] as number];
    const raw = quantise(p * cos);
    if (raw <= 0 || (best.length === count && raw <= (best[count - 1] as Place).raw)) continue;
    let at = best.length;
    while (at > 0 && (best[at - 1] as Place).raw < raw) at--;
    best.splice(at, 0, { intent, probability: quantise(p), cosine: quantise(cos), raw });
    if (best.length > count) best.pop();
  }
  return best;
}

// Exponentials may differ in their last bits between engines: what is compared is what is left after rounding.
function quantise(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
