import type { Place } from './rank.ts';
import { fitLogistic } from './fit-logistic.ts';

/** What held-out questions have taught about the scores; plain data. */
export type Calibration = {
  /** Coefficients of the probability of being right: constant, log-odds of the probability, cosine, lead over the second. */
  readonly coefficients: readonly number[];
  /** From this probability of being right on, and with this lead over the second, the best is answered. */
  readonly accept: number;
  readonly margin: number;
  /** From here on the best few are offered as a question; below, the text is not ours. */
  readonly ask: number;
  /** How it was found: questions held out, and the rates at these thresholds. */
  readonly evidence: {
    readonly inScope: number;
    readonly outOfScope: number;
    readonly right: number;
    readonly wrong: number;
  };
};

/** A held-out question: its best places, and where the right intent stands among them (−1: nowhere, or out of scope). */
export type Trial = { readonly places: readonly Place[]; readonly rightAt: number; readonly inScope: boolean };

export type CalibrationTarget = {
  /** Wrong answers among all questions asked. */
  readonly wrong: number;
  /** Questions that are nobody's among all questions asked. */
  readonly outShare: number;
  /** Among questions answered by "which one?", those whose answer is among the choices. */
  readonly helpful: number;
};

export function calibrate(trials: readonly Trial[], target: CalibrationTarget): Calibration {
  const inScope = trials.filter((trial) => trial.inScope).length;
  const outOfScope = trials.length - inScope;
  const weightOf = (trial: Trial): number =>
    trial.inScope ? (outOfScope === 0 ? 1 : 1 - target.outShare) / inScope : target.outShare / outOfScope;
  const seen = trials.filter(({ places }) => places.length > 0);
  const coefficients = fitLogistic(
    seen.map(({ places }) => signals(places)),
    seen.map(({ rightAt }) => Number(rightAt === 0)),
    seen.map((trial) => weightOf(trial) * trials.length),
  );
  const scored = seen.map((trial) => ({
    trial,
    weight: weightOf(trial),
    chance: chanceOfRight(coefficients, trial.places),
    lead: leadOf(coefficients, trial.places),
  }));
  const { accept, margin, right, wrong } = chooseAccept(scored, target.wrong);
  return {
    coefficients,
    accept,
    margin,
    ask: Math.min(accept, chooseAsk(scored, accept, margin, target.helpful)),
    evidence: { inScope, outOfScope, right, wrong },
  };
}

/** The calibrated probability that the best place is right, to four digits. */
export function chanceOfRight(coefficients: readonly number[], places: readonly Place[]): number {
  const z = signals(places).reduce((sum, value, i) => sum + value * (coefficients[i] ?? 0), 0);
  return Math.round(1e4 / (1 + Math.exp(-z))) / 1e4;
}

type Scored = { readonly trial: Trial; readonly weight: number; readonly chance: number; readonly lead: number };

/** The second's share of the chance is its raw score beside the best's. */
export function leadOf(coefficients: readonly number[], places: readonly Place[]): number {
  const [first, second] = places;
  if (first === undefined) return 0;
  return chanceOfRight(coefficients, places) * (1 - (second?.raw ?? 0) / first.raw);
}

function signals(places: readonly Place[]): number[] {
  const [first, second] = places;
  const p = Math.min(Math.max(first?.probability ?? 0, 1e-6), 1 - 1e-6);
  return [1, Math.log(p / (1 - p)), first?.cosine ?? 0, (first?.cosine ?? 0) - (second?.cosine ?? 0)];
}

/** Among all pairs that keep to the rate of wrong answers, the one that answers most rightly. */
function chooseAccept(scored: readonly Scored[], wrongTarget: number) {
  let best = { accept: 1, margin: 0, right: 0, wrong: 0 };
  for (let step = 0; step <= 10; step++) {
    const margin = step / 20;
    const open = scored.filter(({ lead }) => lead >= margin).sort((a, b) => b.chance - a.chance);
    let [right, wrong] = [0, 0];
    open.forEach(({ trial, weight, chance }, i) => {
      if (trial.rightAt === 0) right += weight;
      else wrong += weight;
      const atEnd = open[i + 1]?.chance !== chance;
      if (atEnd && wrong <= wrongTarget && right > best.right) best = { accept: chance, margin, right, wrong };
    });
  }
  return best;
}

/** The lowest chance at which "which one?" still holds the answer often enough. */
function chooseAsk(scored: readonly Scored[], accept: number, margin: number, helpful: number): number {
  const open = scored
    .filter(({ chance, lead }) => chance < accept || lead < margin)
    .sort((a, b) => b.chance - a.chance);
  let [asked, held, ask] = [0, 0, accept];
  for (const { trial, weight, chance } of open) {
    asked += weight;
    if (trial.rightAt >= 0 && trial.rightAt < 3) held += weight;
    if (held >= helpful * asked) ask = chance;
  }
  return ask;
}
