import type { Fit } from './recognizer.ts';

/** An intent's place for one text: its probability among the intents, and its likeness to the intent's phrasings. */
export type Place = { readonly intent: number; readonly probability: number; readonly cosine: number };

/** The best intents, best first, and how much of the text spoke for anything at all. */
export type Ranking = { readonly places: readonly Place[]; readonly energy: number };

/** Class → intent; −1 for the background, which takes probability but never wins. */
export type ClassIntents = Int32Array;

/**
 * The best `count` intents, by probability, then by their order in the corpus; those that share nothing with the text
 * are no places. Numbers are whole multiples of a millionth.
 */
export function rank(fit: Fit, intentOf: ClassIntents, intents: number, count: number): Ranking {
  const probabilities = new Float64Array(intents);
  for (let c = 0; c < intentOf.length; c++) {
    const intent = intentOf[c] as number;
    if (intent >= 0) probabilities[intent] = (probabilities[intent] as number) + (fit.probabilities[c] as number);
  }
  const best = highest(probabilities, count);
  const likeness = new Map(best.map(({ intent }) => [intent, 0]));
  for (let c = 0; c < intentOf.length; c++) {
    const known = likeness.get(intentOf[c] as number);
    if (known !== undefined) likeness.set(intentOf[c] as number, Math.max(known, fit.likenessTo(c)));
  }
  const places = best.map((place) => ({ ...place, cosine: quantise(likeness.get(place.intent) ?? 0) }));
  return { places: places.filter(({ cosine }) => cosine > 0), energy: quantise(fit.energy) };
}

function highest(probabilities: Float64Array, count: number): { intent: number; probability: number }[] {
  const best: { intent: number; probability: number }[] = [];
  let least = 0;
  for (let intent = 0; intent < probabilities.length; intent++) {
    if ((probabilities[intent] as number) < least) continue;
    const probability = quantise(probabilities[intent] as number);
    if (probability <= least && (best.length === count || probability <= 0)) continue;
    let at = best.length;
    while (at > 0 && (best[at - 1] as { probability: number }).probability < probability) at--;
    best.splice(at, 0, { intent, probability });
    if (best.length > count) best.pop();
    if (best.length === count) least = (best[count - 1] as { probability: number }).probability;
  }
  return best;
}

// Exponentials may differ in their last bits between engines: what is compared is what is left after rounding.
function quantise(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
