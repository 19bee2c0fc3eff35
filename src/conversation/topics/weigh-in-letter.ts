import type { Ranked } from '../../core/matching/matcher.ts';
import { formIn } from '../forms/dialogs.ts';
import { tellsForm } from '../forms/find-form.ts';
import { withText, type Situation } from '../said.ts';
import { wordsOf } from '../../text/typed-words.ts';
import { isOffTopic, isSmallTalk, speaksOfOurs } from './judge-subject.ts';
import { matchQuestion } from './match-question.ts';
import { askedOf, type Part } from './understand-question.ts';

/**
 * What a question of a letter was understood as, weighed with the sentences that lead up to it and with the whole letter: a topic that
 * they speak of as well takes the place of one that they know nothing of, and where none is likely the question is left to a person.
 * @param answered the topics of the sentences before it: what the letter tells was told for those
 */
export function weighedInLetter(situation: Situation, part: Part, answered: readonly string[]): Part {
  if (part.before === '') return part;
  const ranked = rankedTogether(situation, part, answered);
  const [best] = ranked;
  if (best === undefined || best.score < likelyTogether) return { ...part, topic: null };
  const isSame = best.intent === part.topic;
  return isSame ? part : { ...part, topic: best.intent, match: { kind: 'answer', ranked, candidates: [] } };
}

type Scores = ReadonlyMap<string, number>;

/** The mean of what each view of the question makes of it, and of what it was understood as. */
function rankedTogether(situation: Situation, part: Part, answered: readonly string[]): readonly Ranked[] {
  const core = askedOf(situation, part.text);
  const views = viewsOf(situation, part, core);
  const meanOf = (intent: string): number => {
    const told = answered.includes(intent) ? 0 : Math.max(0, ...views.behind.map((scores) => scores.get(intent) ?? 0));
    const around = answered.includes(intent) ? [] : views.around;
    const understood = intent === part.topic ? weightOf(situation, part, core) : 0;
    const sum = [views.alone, ...around].reduce((all, scores) => all + (scores.get(intent) ?? 0), told + understood);
    return (sum * shareOf(situation, intent, core)) / fourViews;
  };
  const intents = [views.alone, ...views.around, ...views.behind].flatMap((scores) => [...scores.keys()]);
  return [...new Set([...intents, ...(part.topic === null ? [] : [part.topic])])]
    .filter((intent) => !isSmallTalk(situation, intent))
    .map((intent) => ({ intent, score: meanOf(intent) }))
    .sort((a, b) => b.score - a.score || (a.intent < b.intent ? -1 : 1));
}

/** By itself; behind what was told before it; and what stands around it. */
function viewsOf(situation: Situation, { told, toldSince, lead }: Part, core: string) {
  const scoresOf = (text: string): Scores =>
    new Map(matchQuestion(situation, text).ranked.map(({ intent, score }) => [intent, score]));
  const before = [told ?? '', toldSince].filter((text) => text !== '');
  return {
    alone: scoresOf(core),
    behind: before.map((text) => scoresOf(`${text} ${core}`)),
    around: [lead, situation.incoming.text].map(scoresOf),
  };
}

/** "And how do I get at those?" says little by itself, unless it leans on a question before it. */
function weightOf(situation: Situation, { match, topic }: Part, core: string): number {
  const isBare = wordsOf(core).length <= fewWords && !speaksOfOurs(withText(situation, core));
  return isBare && match.ranked[0]?.intent === topic ? ofBare : ofOwn;
}

/** Who writes a letter tells much that is next to our subject, and much that a form asks. */
function shareOf(situation: Situation, intent: string, core: string): number {
  const form = formIn(situation.knowledge, intent);
  return isOffTopic(situation, intent) || (form !== null && !tellsForm(situation, form, core)) ? half : 1;
}

const fourViews = 4;
/**
 * Of 156 questions of 71 letters that were written for it 103 are right and 14 wrong with these, the others are left to a person; by what
 * each was understood as 103 were right and 28 wrong.
 */
const likelyTogether = 0.25;
const ofOwn = 0.8;
const ofBare = 0.2;
const fewWords = 5;
const half = 0.5;
