import { chanceOfRight, leadOf, type Calibration } from './calibrate.ts';
import type { Match, Ranked } from './matcher.ts';
import type { Place } from './rank.ts';

/** Answer, ask which one, or decline. `places` are the best intents, best first. */
export function decide(places: readonly Place[], calibration: Calibration, idOf: (intent: number) => string): Match {
  const [first] = places;
  if (first === undefined) return { kind: 'decline', ranked: [], candidates: [] };
  const chance = chanceOfRight(calibration.coefficients, places);
  const ranked = places.map(({ intent, raw }) => ({ intent: idOf(intent), score: share(chance, raw / first.raw) }));
  if (chance >= calibration.accept && leadOf(calibration.coefficients, places) >= calibration.margin) {
    return { kind: 'answer', ranked, candidates: [] };
  }
  if (chance < calibration.ask || ranked.length < 2) return { kind: 'decline', ranked, candidates: [] };
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
