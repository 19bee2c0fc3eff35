import { chanceOf, leadOf, type Calibration } from './calibrate.ts';
import type { Match, Ranked } from './matcher.ts';
import type { Ranking } from './rank.ts';

/** Answer, ask which one, or decline. */
export function decide(ranking: Ranking, calibration: Calibration, idOf: (intent: number) => string): Match {
  const [first] = ranking.places;
  if (first === undefined) return { kind: 'decline', ranked: [], candidates: [] };
  const chance = chanceOf(calibration.coefficients, ranking);
  const ranked = ranking.places.map(({ intent, probability }) => ({
    intent: idOf(intent),
    score: share(chance, probability / first.probability),
  }));
  if (chance >= calibration.accept && leadOf(calibration.coefficients, ranking) >= calibration.margin) {
    return { kind: 'answer', ranked, candidates: [] };
  }
  if (ranked.length < 2 || chanceOf(calibration.helpCoefficients, ranking) < calibration.ask)
    return { kind: 'decline', ranked, candidates: [] };
  return { kind: 'clarify', ranked, candidates: candidatesAmong(ranked) };
}

/** The two best, and the third when it is not far behind the second. */
function candidatesAmong(ranked: readonly Ranked[]): Ranked[] {
  const [first, second, third] = ranked;
  return [first, second, third].filter(
    (entry): entry is Ranked => entry !== undefined && (entry !== third || entry.score * 4 >= (second?.score ?? 0)),
  );
}

function share(chance: number, part: number): number {
  return Math.round(chance * part * 1e4) / 1e4;
}
