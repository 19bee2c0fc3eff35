import type { Match } from '../../core/matching/matcher.ts';
import { formIn } from '../forms/dialogs.ts';
import { formMeant } from '../forms/find-form.ts';
import { askedInDoubt } from '../reading/ask-in-doubt.ts';
import type { Question } from '../reading/find-questions.ts';
import { nameFromTale } from '../reading/name-from-tale.ts';
import { ourTermsIn } from '../reading/terms.ts';
import { withText, type Situation } from '../said.ts';
import { likelierOfTwo } from './choose-likelier.ts';
import { atJoins, atQuestions, atSubjects } from './cut-sentence.ts';
import { askedBare, clearLead, kindAsked, nextTopic, rankedAfter, tellingOf, topicsAfter } from './find-next-topic.ts';
import { isNeighbour, isOffered } from './judge-subject.ts';
import { piecesAsking } from './join-pieces.ts';
import { isSure, matchQuestion } from './match-question.ts';
import { familyOf, topicReferredTo } from './resolve-pronoun.ts';
import { longestMention, opensWithOne, wordsOf } from '../../text/typed-words.ts';

/** A question of a message with the topic it is about, null where it was not understood. */
export type Part = Question & { readonly match: Match; readonly topic: string | null };

/** With the other questions around it, a topic that is more likely than all others together is answered. */
const likely = 0.5;
/** A few words this sure stand by themselves. */
const sureAlone = 0.75;
/** As sure as this of one subject, a sentence speaks of no second one. */
const clearlyOne = 0.9;
const fewWords = 10;
const fewGeneral = 5;
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
  const parts = understandInTurn(
    situation,
    piecesAsking(situation, sentence, atQuestions(situation, sentence)),
    before,
  );
  if (areDifferent(parts)) return parts;
  const joined = understandInTurn(situation, piecesAsking(situation, sentence, atJoins(situation, sentence)), before);
  if (areDifferent(joined) && areOf(situation, joined, sentence)) return joined;
  const whole = understand(situation, sentence, before);
  const subjects = isSure(whole.match, clearlyOne) ? [] : eachAlone(situation, atSubjects(situation, sentence));
  if (areDifferent(subjects) && areOf(situation, subjects, sentence)) return subjects;
  const surer =
    whole.match.kind !== 'answer' && parts.some(({ topic, match }) => topic !== null && match.kind === 'answer');
  return surer || isAmong(parts, whole) ? parts : [whole];
}

/** Of two questions in a letter's sentence one is what the whole is about: the other is not lost. */
function isAmong(parts: readonly Part[], { topic, before }: Part): boolean {
  return before !== '' && topic !== null && parts.some((part) => part.topic === topic);
}

function understandInTurn(situation: Situation, pieces: readonly Question[], before: string | null): readonly Part[] {
  if (pieces.length < 2) return [];
  return pieces.reduce<Part[]>((parts, piece) => {
    const last = parts.findLast(({ topic }) => topic !== null)?.topic ?? before;
    return [...parts, understand(situation, piece, last)];
  }, []);
}

/** Subjects that are named one after the other lean on nothing before them. */
function eachAlone(situation: Situation, pieces: readonly Question[]): readonly Part[] {
  if (pieces.length < 2) return [];
  const parts: Part[] = [];
  for (const piece of pieces) {
    const match = matchQuestion(situation, piece.text);
    if (!isSure(match, sureAlone)) return [];
    parts.push({ ...piece, match, topic: match.ranked[0]?.intent ?? null });
  }
  return parts;
}

function areDifferent(parts: readonly Part[]): boolean {
  const topics = new Set(parts.map(({ topic }) => topic));
  return topics.size > 1 && !topics.has(null);
}

/** Cut at a word that may join anything, each part is a subject that the sentence as a whole speaks of as well. */
function areOf(situation: Situation, parts: readonly Part[], sentence: Question): boolean {
  const { ranked } = matchQuestion(situation, sentence.text);
  return parts.every(({ topic, asks, match }) => {
    const spokenOf = ranked.some(({ intent, score }) => intent === topic && score >= tellsIt);
    return spokenOf && (asks || isSure(match, likely)) && isOffered(situation, topic ?? '');
  });
}

/** By itself, or leaning on the question before it, or with what was told right before it. */
function understand(situation: Situation, question: Question, before: string | null): Part {
  const core = askedOf(situation, question.text);
  const asked = partOf(situation, { ...question, text: core }, before);
  const whole = core === question.text || isSure(asked.match, sureAlone) ? null : partOf(situation, question, before);
  const part = whole !== null && (asked.topic === null || isSurer(situation, whole, asked)) ? whole : asked;
  const named = withFullName(situation, { ...part, text: core });
  return {
    ...(named ?? withTold(situation, part) ?? withName(situation, { ...part, text: core }) ?? part),
    text: question.text,
  };
}

/** "I bought glasses and don't know if something comes back" is surer of them than what is asked of it by itself. */
function isSurer(situation: Situation, whole: Part, asked: Part): boolean {
  const surer = isSure(whole.match, likely) && isSure(whole.match, asked.match.ranked[0]?.score ?? 0);
  return surer && whole.topic !== null && !isNeighbour(situation, whole.topic);
}

function partOf(situation: Situation, question: Question, before: string | null): Part {
  const match = matchQuestion(situation, question.text);
  return { ...question, match, topic: topicIn(situation, question, match, before) };
}

/** What a sentence asks, without its wish to know and its reason. */
export function askedOf(situation: Situation, text: string): string {
  return withoutReason(situation, withoutRequest(situation, text));
}

/** "I need to know when I have to register" asks when, and needs nothing. */
export function withoutRequest({ knowledge, language }: Situation, text: string): string {
  const cues = knowledge.reading[language]?.cues;
  const ends = (cues?.request ?? []).map((cue) => endOf(text, cue)).filter((end) => end > 0);
  const inDoubt = cues === undefined ? null : askedInDoubt(text, cues);
  const rest = inDoubt ?? text.slice(Math.max(0, ...ends)).trim();
  return wordsOf(rest).length >= fewestAsked ? rest : text;
}

/** "Must I find a new one, because mine is in Grenoble" asks before its reason. */
function withoutReason({ knowledge, language }: Situation, text: string): string {
  const circumstances = knowledge.reading[language]?.cues.circumstances ?? [];
  const comma = /[,，]\s*(?=[^,，]*$)/u.exec(text);
  if (comma === null || !opensWithOne(text.slice(comma.index + comma[0].length), circumstances)) return text;
  const asked = text.slice(0, comma.index);
  return wordsOf(asked).length >= fewestAsked ? asked : text;
}

function endOf(text: string, cue: string): number {
  const at = text.toLowerCase().indexOf(cue.toLowerCase());
  return at < 0 ? -1 : at + cue.length;
}

/** "My European card ends in May. … What do I do when the card ends": the name in full, where that says more. */
function withFullName(situation: Situation, part: Part): Part | null {
  const { before, text, match, topic } = part;
  if (topic !== null && isSure(match, sureAlone)) return null;
  const named = nameFromTale(text, before, ourTermsIn(situation.knowledge, situation.language));
  const inFull = named === null ? null : matchQuestion(situation, named);
  if (inFull === null || !isSure(inFull, Math.max(likely, match.ranked[0]?.score ?? 0))) return null;
  const fullTopic = topicOf(situation, part, inFull);
  return fullTopic === null ? null : { ...part, match: inFull, topic: fullTopic };
}

/** "They speak of a CSS. Can I have it": with the name that stands in what was told. */
function withName(situation: Situation, part: Part): Part | null {
  const { told, topic, text, before, match: alone } = part;
  const leans = topic === null ? refersBack(situation, text) : before !== '' && isGeneral(situation, text);
  if (told === null || !leans) return null;
  const name = longestMention(told, ourTermsIn(situation.knowledge, situation.language).flat());
  const match = name === null ? null : matchQuestion(situation, `${name} ${text}`);
  const sure = topic === null ? likely : Math.max(sureAlone, alone.ranked[0]?.score ?? 0);
  return match !== null && isSure(match, sure) ? { ...part, match, topic: topicOf(situation, part, match) } : null;
}

/** "My refund never arrived. How long is normal?": a few words that are not sure by themselves. */
function withTold(situation: Situation, part: Part): Part | null {
  const { told, topic, text, match } = part;
  if (told === null || (topic !== null && !isUnsure(situation, text, match))) return null;
  const withIt = matchQuestion(situation, `${told} ${text}`);
  const best = withIt.ranked[0]?.intent;
  // What is told may mean a topic by itself: then a question that does not name it ("can he be insured too") has added nothing.
  const asked =
    refersBack(situation, text) ||
    (part.before !== '' && namesNothing(situation, text)) ||
    (match.ranked.some(({ intent }) => intent === best) && matchQuestion(situation, told).ranked[0]?.intent !== best);
  const toldTopic = withIt.kind === 'answer' && (topic === null || asked) ? topicOf(situation, part, withIt) : null;
  return toldTopic === null ? null : { ...part, match: withIt, topic: toldTopic };
}

/** "If it is compulsory": a few words that name nothing. */
function isGeneral(situation: Situation, text: string): boolean {
  return wordsOf(text).length <= fewGeneral && namesNothing(situation, text);
}

/** "What comes back then": in a tale it is asked of what was told. */
function namesNothing({ knowledge, language }: Situation, text: string): boolean {
  return longestMention(text, ourTermsIn(knowledge, language).flat()) === null;
}

function refersBack({ knowledge, language }: Situation, text: string): boolean {
  return longestMention(text, knowledge.reading[language]?.cues.reference ?? []) !== null;
}

/** A few words that may lean on what was said before them. */
function isUnsure(situation: Situation, text: string, match: Match): boolean {
  if (askedBare(withText(situation, text)) !== null) return true;
  return wordsOf(text).length <= fewWords && !isSure(match, refersBack(situation, text) ? clearlyOne : sureAlone);
}

/** By itself; as the student's own case; or leaning on the question before it: "how do I register and how much is it". */
function topicIn(situation: Situation, question: Question, match: Match, before: string | null): string | null {
  const alone = withText(situation, question.text);
  const own = formMeant(alone, match) ?? topicOf(situation, question, match);
  if (before === null) return own;
  const leaning = { ...alone, state: { ...situation.state, last: { intent: before, facts: null, close: [] } } };
  const isBare = askedBare(alone) !== null;
  const next = isBare ? (nextTopic(leaning, match)?.intent ?? null) : null;
  // "I get how much" names nothing that a form could be begun for.
  if (isBare && next === null && formIn(situation.knowledge, own) !== null) return before;
  return next ?? topicReferredTo(leaning, match) ?? relatedTo(leaning, before, match, own) ?? own;
}

/** "What do I do first?" after a question: with its title beside it, a topic of its family that is surer. */
function relatedTo(leaning: Situation, before: string, match: Match, own: string | null): string | null {
  if (!isUnsure(leaning, leaning.incoming.text, match)) return null;
  const family = familyOf(leaning, before);
  if (own !== null && family.has(own)) return null;
  const near = rankedAfter(leaning, before).filter(
    ({ intent }) => intent !== before && family.has(intent) && !isNeighbour(leaning, intent),
  );
  const telling = tellingOf(leaning, kindAsked(leaning));
  const told = near.find(({ intent, score }) => telling.includes(intent) && score >= tellsIt)?.intent;
  const bySelf = match.kind === 'clarify' && own === null ? (match.ranked[0]?.score ?? 0) : 0;
  const [best] = near.filter(({ score }) => score >= Math.max(own === null ? clearLead : clearlyRelated, bySelf));
  return told ?? (own === null ? tellingOfIt(leaning, before, telling) : null) ?? best?.intent ?? null;
}

/** "And where do I get one?": the kind of thing is asked of what a pronoun stands for. */
function tellingOfIt(leaning: Situation, before: string, telling: readonly string[]): string | null {
  const pronouns = leaning.knowledge.reading[leaning.language]?.cues.reference ?? [];
  if (longestMention(leaning.incoming.text, pronouns) === null) return null;
  return topicsAfter(leaning, before).find((id) => telling.includes(id)) ?? null;
}

/** Greetings around a question are no questions, and the weather is no subject; a statement must be as sure as an answer of its own. */
function topicOf(situation: Situation, question: Pick<Question, 'text' | 'asks'>, match: Match): string | null {
  const [best] = match.ranked;
  const asked = match.kind === 'clarify' && question.asks;
  const sure = match.kind === 'answer' || (asked && (best?.score ?? 0) >= likely);
  if (best === undefined) return null;
  if (!sure) return asked ? likelierOfTwo(situation, match) : null;
  return isOffered(situation, best.intent) ? best.intent : null;
}
