import { chanceOf, leadOf } from './calibrate.ts';
import type { IntentKind, Match, Ranked } from './matcher.ts';
import type { MatcherModel } from './model.ts';
import { rank, type Place, type Ranking } from './rank.ts';
import type { Fit } from './recognizer.ts';
import { askedFrom, declinedFrom } from './settings.ts';

/** Answer, ask which one, or decline. */
export function decide(fit: Fit, model: MatcherModel): Match {
  const { calibration, intents } = model;
  const ranking = rank(fit, intents.length, 5);
  const [first] = ranking.places;
  if (first === undefined) return { kind: 'decline', ranked: [], candidates: [] };
  const chance = chanceOf(calibration.coefficients, ranking);
  const ranked = ranking.places.map(({ intent, probability }) => ({
    intent: (intents[intent] as { id: string }).id,
    score: share(chance, probability / first.probability),
  }));
  const isOne = ranked.length === 1;
  if (isSure(ranking, model)) {
    const isDoubted = !isOne && intents[first.intent]?.kind !== 'offtopic' && isForeign(ranking, fit, model, askedFrom);
    return isDoubted ? whichOne(ranked) : { kind: 'answer', ranked, candidates: [] };
  }
  const isHelped = !isOne && chanceOf(calibration.helpCoefficients, ranking) >= calibration.ask;
  return isHelped && !isForeign(ranking, fit, model, declinedFrom)
    ? whichOne(ranked)
    : { kind: 'decline', ranked, candidates: [] };
}

function whichOne(ranked: readonly Ranked[]): Match {
  return { kind: 'clarify', ranked, candidates: candidatesAmong(ranked) };
}

function isSure(ranking: Ranking, { calibration }: MatcherModel): boolean {
  const { coefficients, accept, margin } = calibration;
  return chanceOf(coefficients, ranking) >= accept && leadOf(coefficients, ranking) >= margin;
}

/**
 * Whether the text is about something else, though not clear about what. Off-topic intents and ordinary talk may each be
 * unlikely, and together likelier than what is ours: choosing among three would help nobody.
 */
function isForeign(ranking: Ranking, fit: Fit, model: MatcherModel, from: number): boolean {
  const [first] = ranking.places as readonly [Place, ...Place[]];
  switch ((model.intents[first.intent] as { kind: IntentKind }).kind) {
    case 'offtopic':
      return isSurelyOffTopic(ranking, fit, model);
    case 'smalltalk':
      return false;
    default:
      return ranking.background + offTopicShare(fit, model) >= from;
  }
}

/** Whether the off-topic intents, taken together as one, would be answered. */
function isSurelyOffTopic(ranking: Ranking, fit: Fit, model: MatcherModel): boolean {
  const [first, ...others] = ranking.places as readonly [Place, ...Place[]];
  const ours = others.filter(({ intent }) => model.intents[intent]?.kind !== 'offtopic');
  const places = [{ ...first, probability: offTopicShare(fit, model) }, ...ours];
  const byView = fit.byView.map((view) => ({ probability: offTopicShare(view, model), share: view.share }));
  return isSure({ ...ranking, places, byView }, model);
}

function offTopicShare({ probabilities }: Pick<Fit, 'probabilities'>, { intents }: MatcherModel): number {
  return intents.reduce((sum, { kind }, i) => sum + (kind === 'offtopic' ? (probabilities[i] as number) : 0), 0);
}

/** The two best of two or more, and the third when it is not far behind the second. */
function candidatesAmong(ranked: readonly Ranked[]): Ranked[] {
  const [first, second, third] = ranked as readonly [Ranked, Ranked, Ranked?];
  return third !== undefined && third.score * 4 >= second.score ? [first, second, third] : [first, second];
}

function share(chance: number, part: number): number {
  return Math.round(chance * part * 1e4) / 1e4;
}
