import type { Match, Ranked } from '../../core/matching/matcher.ts';

/** A question by itself, with the sentences that lead up to it, and the whole message that it stands in. */
type InTale = {
  readonly alone: Match;
  readonly lead: Match;
  readonly whole: Match;
  /** Whether the message names our subject anywhere. */
  readonly namesOurs: boolean;
};

/**
 * What a question in a tale is about: by itself it is short of words, and the whole message names much in passing. A topic that
 * all three have counts more than one that is sure in one of them alone.
 */
export function inItsTale({ alone, lead, whole, namesOurs }: InTale): Match {
  const views = [alone, lead, whole];
  const intents = [...new Set(views.flatMap(({ ranked }) => ranked.map(({ intent }) => intent)))];
  const ranked = intents
    .map((intent): Ranked => ({ intent, score: meanScore(views, intent) }))
    .sort((a, b) => b.score - a.score || (a.intent < b.intent ? -1 : 1));
  const candidates = ranked.slice(0, mostCandidates);
  const [first = 0, second = 0] = candidates.map(({ score }) => score);
  const isSure = first >= (namesOurs ? sureTogether : sureUnnamed) && first >= second * ahead;
  const isForeign = views.every(({ kind }) => kind === 'decline') || (!namesOurs && whole.kind === 'decline');
  return {
    kind: isSure ? 'answer' : isForeign ? 'decline' : 'clarify',
    ranked,
    candidates,
  };
}

function meanScore(views: readonly Match[], intent: string): number {
  const scores = views.map(({ ranked }) => ranked.find((one) => one.intent === intent)?.score ?? 0);
  return scores.reduce((sum, score) => sum + score, 0) / views.length;
}

const mostCandidates = 3;
/** On 82 long letters from here on 45 were right and 4 wrong, by their question alone 45 and 18; on 445 short tales 254 and 34. */
const sureTogether = 0.25;
/** A tale of a stolen bicycle has a form, a delay and a bill as well: whoever names nothing of ours means it as seldom as not below this. */
const sureUnnamed = 0.46;
const ahead = 1.5;
