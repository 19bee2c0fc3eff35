import type { Match } from '../../core/matching/matcher.ts';
import { formIn } from '../forms/dialogs.ts';
import { formMeant } from '../forms/find-form.ts';
import type { Question } from '../reading/find-questions.ts';
import { isQuestion } from '../reading/recognise-question.ts';
import { listed, runTogether } from '../reading/split-questions.ts';
import type { Situation } from '../said.ts';
import { likelierOfTwo } from './choose-likelier.ts';
import { askedBare, clearLead, kindAsked, nextTopic, rankedAfter, tellingOf, topicsAfter } from './find-next-topic.ts';
import { matchQuestion } from './match-question.ts';
import { familyOf, topicReferredTo } from './resolve-pronoun.ts';
import { longestMention, wordsOf } from '../../text/typed-words.ts';

/** A question of a message with the topic it is about, null where it was not understood. */
export type Part = Question & { readonly match: Match; readonly topic: string | null };

/** With the other questions around it, a topic that is more likely than all others together is answered. */
const likely = 0.5;
/** A few words this sure stand by themselves. */
const sureAlone = 0.75;
const fewWords = 10;
const fewestAsked = 3;
/** With the title of the question before it, a topic near that one. */
const clearlyRelated = 0.35;
/** And one that tells what is asked: where, when, how much. */
const tellsIt = 0.1;

/**
 * The questions of one sentence: more than one only where each part of it is understood by itself or after the one before
 * it, as different topics.
 * @param before the topic of the question before it
 */
export function understandSentence(situation: Situation, sentence: Question, before: string | null): readonly Part[] {
  const pieces = piecesOf(situation, sentence);
  const parts = pieces.length > 1 ? understandInTurn(situation, pieces, before) : [];
  const topics = new Set(parts.map(({ topic }) => topic));
  if (topics.size > 1 && !topics.has(null)) return parts;
  const whole = understand(situation, sentence, before);
  const surer =
    whole.match.kind !== 'answer' && parts.some(({ topic, match }) => topic !== null && match.kind === 'answer');
  return surer ? parts : [whole];
}

function understandInTurn(situation: Situation, pieces: readonly Question[], before: string | null): readonly Part[] {
  return pieces.reduce<Part[]>((parts, piece) => {
    const last = parts.findLast(({ topic }) => topic !== null)?.topic ?? before;
    return [...parts, understand(situation, piece, last)];
  }, []);
}

function piecesOf(situation: Situation, sentence: Question): readonly Question[] {
  const { knowledge, language } = situation;
  if (!sentence.asks) return [sentence];
  const cues = knowledge.reading[language]?.cues;
  if (cues === undefined) return [sentence];
  const all = listed(sentence.text, cues);
  const pieces = all.every((piece) => pieceAsks(situation, piece)) ? all : runTogether(sentence.text, cues);
  return pieces.map((text, at) => ({ ...sentence, text, told: at === 0 ? sentence.told : null }));
}

/** "I have an EHIC, must I register?": what only tells is no piece of its own. */
function pieceAsks(situation: Situation, piece: string): boolean {
  const cues = situation.knowledge.reading[situation.language]?.cues;
  if (cues === undefined) return false;
  if (isQuestion(situation, piece) || longestMention(piece, cues.request) !== null) return true;
  return longestMention(piece, cues.question) !== null && longestMention(piece, cues.self) === null;
}

/** By itself, or leaning on the question before it, or with what was told right before it. */
function understand(situation: Situation, question: Question, before: string | null): Part {
  const core = withoutRequest(situation, question.text);
  const asked = partOf(situation, { ...question, text: core }, before);
  const part = asked.topic === null && core !== question.text ? partOf(situation, question, before) : asked;
  return { ...(withTold(situation, part) ?? part), text: question.text };
}

function partOf(situation: Situation, question: Question, before: string | null): Part {
  const match = matchQuestion(situation, question.text);
  return { ...question, match, topic: topicIn(situation, question, match, before) };
}

/** "I need to know when I have to register" asks when, and needs nothing. */
function withoutRequest({ knowledge, language }: Situation, text: string): string {
  const cues = knowledge.reading[language]?.cues.request ?? [];
  const ends = cues.map((cue) => endOf(text, cue)).filter((end) => end > 0);
  const rest = text.slice(Math.max(0, ...ends)).trim();
  return wordsOf(rest).length >= fewestAsked ? rest : text;
}

function endOf(text: string, cue: string): number {
  const at = text.toLowerCase().indexOf(cue.toLowerCase());
  return at < 0 ? -1 : at + cue.length;
}

/** "My refund never arrived. How long is normal?": a few words that are not sure by themselves. */
function withTold(situation: Situation, part: Part): Part | null {
  const { told, topic, text, match } = part;
  if (told === null || (topic !== null && !isUnsure(situation, text, match))) return null;
  const withIt = matchQuestion(situation, `${told} ${text}`);
  const best = withIt.ranked[0]?.intent;
  // What is told may mean a topic by itself: then the question has added nothing.
  const asked =
    match.ranked.some(({ intent }) => intent === best) && matchQuestion(situation, told).ranked[0]?.intent !== best;
  const toldTopic = withIt.kind === 'answer' && (topic === null || asked) ? topicOf(situation, part, withIt) : null;
  return toldTopic === null ? null : { ...part, match: withIt, topic: toldTopic };
}

/** A few words that may lean on what was said before them. */
function isUnsure(situation: Situation, text: string, match: Match): boolean {
  if (askedBare(withText(situation, text)) !== null) return true;
  return wordsOf(text).length <= fewWords && (match.kind !== 'answer' || (match.ranked[0]?.score ?? 0) < sureAlone);
}

function withText(situation: Situation, text: string): Situation {
  return { ...situation, incoming: { ...situation.incoming, text } };
}

/** By itself; as the student's own case; or leaning on the question before it: "how do I register and how much is it". */
function topicIn(situation: Situation, question: Question, match: Match, before: string | null): string | null {
  const alone = withText(situation, question.text);
  const own = formMeant(alone, match) ?? topicOf(situation, question, match);
  if (before === null) return own;
  const leaning = { ...alone, state: { ...situation.state, last: { intent: before, facts: null, close: [] } } };
  const next = askedBare(alone) === null ? null : (nextTopic(leaning, match)?.intent ?? null);
  return next ?? topicReferredTo(leaning, match) ?? relatedTo(leaning, before, match, own) ?? own;
}

/** "What do I do first?" after a question: with its title beside it, a topic of its family that is surer. */
function relatedTo(leaning: Situation, before: string, match: Match, own: string | null): string | null {
  if (!isUnsure(leaning, leaning.incoming.text, match)) return null;
  const family = familyOf(leaning, before);
  if (own !== null && family.has(own)) return null;
  const near = rankedAfter(leaning, before).filter(({ intent }) => intent !== before && family.has(intent));
  const telling = tellingOf(leaning, kindAsked(leaning));
  const told = near.find(({ intent, score }) => telling.includes(intent) && score >= tellsIt)?.intent;
  const [best] = near.filter(({ score }) => score >= (own === null ? clearLead : clearlyRelated));
  return told ?? (own === null ? tellingOfIt(leaning, before, telling) : null) ?? best?.intent ?? null;
}

/** "And where do I get one?": the kind of thing is asked of what a pronoun stands for. */
function tellingOfIt(leaning: Situation, before: string, telling: readonly string[]): string | null {
  const pronouns = leaning.knowledge.reading[leaning.language]?.cues.reference ?? [];
  if (longestMention(leaning.incoming.text, pronouns) === null) return null;
  return topicsAfter(leaning, before).find((id) => telling.includes(id)) ?? null;
}

/** Greetings and thanks around a question are no questions; a statement must be as sure as an answer of its own. */
function topicOf(situation: Situation, question: Pick<Question, 'text' | 'asks'>, match: Match): string | null {
  const [best] = match.ranked;
  const asked = match.kind === 'clarify' && question.asks;
  const sure = match.kind === 'answer' || (asked && (best?.score ?? 0) >= likely);
  if (best === undefined) return null;
  if (!sure) return asked ? likelierOfTwo(situation, match) : null;
  const { knowledge } = situation;
  const kind = knowledge.answers.get(best.intent)?.kind;
  return formIn(knowledge, best.intent) !== null || (kind !== undefined && kind !== 'smalltalk') ? best.intent : null;
}
