import type { Place, Ranking } from './rank.ts';
import { fitLogistic } from './fit-logistic.ts';

/** What held-out questions have taught about the scores; plain data. */
export type Calibration = {
  /** Coefficients of the probability of being right: see `signals`. */
  readonly coefficients: readonly number[];
  /** From this probability of being right on, and with this lead over the second, the best is answered. */
  readonly accept: number;
  readonly margin: number;
  /** Coefficients of the probability that the right intent is among the best three, and from where on they are offered. */
  readonly helpCoefficients: readonly number[];
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
export type Trial = { readonly ranking: Ranking; readonly rightAt: number; readonly inScope: boolean };

export type CalibrationTarget = {
  /** Wrong answers among all questions asked. */
  readonly wrong: number;
  /** Nothing is answered that is not at least this likely to be right. */
  readonly least: number;
  /** Two that are nearer to each other than this are a question to ask, whatever the rates say: see `leadOf`. */
  readonly lead: number;
  /** Questions that are nobody's among all questions asked. */
  readonly outShare: number;
  /** "Which one?" is asked when the answer is among the choices with at least this probability. */
  readonly helpful: number;
};

export function calibrate(trials: readonly Trial[], target: CalibrationTarget): Calibration {
  const inScope = trials.filter((trial) => trial.inScope).length;
  const outOfScope = trials.length - inScope;
  const weightOf = (trial: Trial): number =>
    trial.inScope ? (outOfScope === 0 ? 1 : 1 - target.outShare) / inScope : target.outShare / outOfScope;
  const seen = trials.filter(({ ranking }) => ranking.places.length > 0);
  const rows = seen.map(({ ranking }) => signals(ranking));
  const weights = seen.map((trial) => weightOf(trial) * trials.length);
  const coefficients = fitLogistic(
    rows,
    seen.map(({ rightAt }) => Number(rightAt === 0)),
    weights,
  );
  const isHelp = seen.map(({ rightAt }) => Number(rightAt >= 0 && rightAt < 3));
  const scored = seen.map((trial) => ({
    trial,
    weight: weightOf(trial),
    chance: chanceOf(coefficients, trial.ranking),
    lead: leadOf(coefficients, trial.ranking),
  }));
  const { accept, right, wrong } = chooseAccept(scored, target);
  return {
    coefficients,
    accept,
    margin: target.lead,
    helpCoefficients: fitLogistic(rows, isHelp, weights),
    ask: target.helpful,
    evidence: { inScope, outOfScope, right, wrong },
  };
}

/** A calibrated probability by its coefficients, to four digits. */
export function chanceOf(coefficients: readonly number[], ranking: Ranking): number {
  const z = signals(ranking).reduce((sum, value, i) => sum + value * (coefficients[i] ?? 0), 0);
  return Math.round(1e4 / (1 + Math.exp(-z))) / 1e4;
}

type Scored = { readonly trial: Trial; readonly weight: number; readonly chance: number; readonly lead: number };

/** The chance less the second's, which is the same fraction of the second's probability. There must be a first. */
export function leadOf(coefficients: readonly number[], ranking: Ranking): number {
  const [first, second] = ranking.places as readonly [Place, Place?];
  return chanceOf(coefficients, ranking) * (1 - (second?.probability ?? 0) / first.probability);
}

/**
 * Constant, log-odds of the probability, likeness, its lead over the second's, energy, what was seen, the background's
 * part, and the log-odds by each view alone: less is right of what they do not agree on.
 */
function signals({ places, energy, seen, background, byView }: Ranking): number[] {
  const [first, second] = places as readonly [Place, Place?];
  return [
    1,
    logOdds(first.probability),
    first.cosine,
    first.cosine - (second?.cosine ?? 0),
    energy,
    seen,
    background,
    ...byView.map(({ probability, share }) => Math.sqrt(share) * logOdds(probability)),
  ];
}

function logOdds(probability: number): number {
  const p = Math.min(Math.max(probability, 1e-6), 1 - 1e-6);
  return Math.log(p / (1 - p));
}

/** The lowest threshold, and so the most answers, that keeps to the rate of wrong ones. */
function chooseAccept(scored: readonly Scored[], target: CalibrationTarget) {
  let best = { accept: 1, right: 0, wrong: 0 };
  const open = scored
    .filter(({ chance, lead }) => chance >= target.least && lead >= target.lead)
    .sort((a, b) => b.chance - a.chance);
  let [right, wrong] = [0, 0];
  open.forEach(({ trial, weight, chance }, i) => {
    if (trial.rightAt === 0) right += weight;
    else wrong += weight;
    const atEnd = open[i + 1]?.chance !== chance;
    if (atEnd && wrong <= target.wrong) best = { accept: chance, right, wrong };
  });
  return best;
}
