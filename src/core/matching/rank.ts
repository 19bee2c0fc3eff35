import type { Fit } from './recognizer.ts';

/** An intent's place for one text: its probability among the intents, and its likeness to the intent's phrasings. */
export type Place = { readonly intent: number; readonly probability: number; readonly cosine: number };

/** The best intents, best first, and what the text as a whole says about whether it is one of ours. */
export type Ranking = {
  readonly places: readonly Place[];
  readonly energy: number;
  readonly seen: number;
  /** Probability that it is ordinary talk about anything else. */
  readonly background: number;
  /** How probable each view alone finds the first place, and the part of the text that it is. */
  readonly byView: readonly { readonly probability: number; readonly share: number }[];
};

/**
 * The best `count` of the intents, by probability, then by their order in the corpus; those that share nothing with the
 * text are no places. The class after the last intent is the background: it takes probability and wins nothing. Numbers
 * are whole multiples of a millionth.
 */
export function rank(fit: Fit, intents: number, count: number): Ranking {
  const best = highest(fit.probabilities.subarray(0, intents), count);
  const places = best.map((place) => ({ ...place, cosine: quantise(fit.likenessTo(place.intent)) }));
  return {
    places: places.filter(({ cosine }) => cosine > 0),
    energy: quantise(fit.energy),
    seen: quantise(fit.seen),
    background: quantise(fit.probabilities[intents] as number),
    byView: fit.byView.map(({ probabilities, share }) => ({
      probability: quantise(best[0] === undefined ? 0 : (probabilities[best[0].intent] as number)),
      share: quantise(share),
    })),
  };
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
