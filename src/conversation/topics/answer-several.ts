import { setImmediate } from 'node:timers/promises';
import type { Match } from '../../core/matching/matcher.ts';
import { formIn } from '../forms/dialogs.ts';
import { factsFor, tellsForm } from '../forms/find-form.ts';
import { startForm } from '../forms/interview.ts';
import { closesAsQuestion } from '../../text/question-mark.ts';
import { wordsOf } from '../../text/typed-words.ts';
import { askingOf, type Asking, type Question } from '../reading/find-questions.ts';
import { withText, type Said, type Situation } from '../said.ts';
import { coreOf } from './find-core.ts';
import { answerFirst } from './answer-first.ts';
import { answer } from './answer-topic.ts';
import { heedWhole } from './heed-whole.ts';
import { isNeighbour, isOffered, isOffTopic, isSmallTalk, isSubject, speaksOfOurs } from './judge-subject.ts';
import { isSure, matchQuestion } from './match-question.ts';
import { understandSentence, type Part } from './understand-question.ts';
import { weighedInLetter } from './weigh-in-letter.ts';
import { inItsTale } from './weigh-tale.ts';
import { inOne } from './write-several.ts';

/**
 * Each question of a message under its topic's heading, in the order asked; a form that is asked for stands last and goes
 * on; what is not understood is said at the end. The one question of a tale is answered without a heading. Null where the
 * message is one question with its circumstances, or nothing of it was understood.
 */
export async function answerSeveral(situation: Situation, whole: Match): Promise<Said | null> {
  const asking = askingOf(situation);
  const found = await partsOf(situation, asking, whole);
  if (isOneSentence(asking, found) || isToldAround(asking, found)) return null;
  if (!asking.isTale && isOneCase(situation, whole, found)) return null;
  const asked = withoutFacts(situation, found);
  const parts = asking.isTale ? askedFirst(asked) : heedWhole(situation, asked, whole);
  const topics = [...new Set(parts.flatMap(({ topic }) => topic ?? []))];
  const missed = parts.filter(({ topic }) => topic === null).map(({ text }) => text);
  const [first] = parts.filter(({ topic }) => topic !== null);
  if (first?.topic == null) return asking.isTale ? noneUnderstood(situation, missed, whole) : null;
  const isOne = topics.length === 1 && isSaidByAll(situation, asking, whole, first);
  if (isOne && !parts.some((part) => (asking.isTale ? isMissed(part) : isLeftOut(situation, part)))) return null;
  if (topics.length === 1 && missed.length === 0) return alone(situation, first.topic, first.match);
  const answers = topics.flatMap((topic) => {
    const match = parts.find((part) => part.topic === topic)?.match ?? null;
    return formIn(situation.knowledge, topic) === null ? [answer(situation, topic, match)] : [];
  });
  const [form, ...laterForms] = topics.flatMap((topic) => formIn(situation.knowledge, topic) ?? []);
  return inOne(situation, {
    answers,
    missed,
    form: form === undefined ? null : await begun(situation, form),
    laterForms,
  });
}

/** What one only wants stands behind what is asked. */
function askedFirst(parts: readonly Part[]): readonly Part[] {
  return [...parts.filter(({ asks }) => asks), ...parts.filter(({ asks }) => !asks)];
}

/** One question in one sentence is heard by who comes after. */
function isOneSentence({ questions, isTale, told }: Asking, found: readonly Part[]): boolean {
  const [only] = found;
  const isCut = only !== undefined && only.text !== questions[0]?.text;
  return !isTale && questions.length + told.length < 2 && found.length < 2 && !isCut;
}

/** Where the message as a whole is sure of a subject: in few words always, in a tale where its question is about it too. */
function isSaidByAll(situation: Situation, { isTale }: Asking, whole: Match, { match }: Part): boolean {
  const best = whole.ranked[0]?.intent ?? '';
  if (whole.kind !== 'answer' || !isOffered(situation, best)) return false;
  return !isTale || (match.kind !== 'answer' && match.ranked.some(({ intent }) => intent === best));
}

/** "They looked at my paper as if it was play money. Are they allowed to?": one question is understood with what is told around it. */
function isToldAround({ questions, told, isTale }: Asking, found: readonly Part[]): boolean {
  const asked = isTale ? questions.filter(({ asks }) => asks) : questions;
  const isFound = isTale && found.some(({ topic, match }) => topic !== null && isSure(match, sureByItself));
  return told.length > 0 && asked.length === 1 && found.length < 2 && !isFound;
}

/** "And is the doctor of the university free?": a subject of ours that is asked by its mark and not understood. */
function isLeftOut(situation: Situation, { topic, text }: Part): boolean {
  return topic === null && closesAsQuestion(text) && speaksOfOurs(withText(situation, text));
}

/** Of several questions in a tale none is understood, nor does the tale come down to one: which they were is said. */
function noneUnderstood(situation: Situation, missed: readonly string[], whole: Match): Said | null {
  if (missed.length < 2 || coreOf(situation, whole)?.match.kind === 'answer') return null;
  return inOne(situation, { answers: [], missed, form: null, laterForms: [] });
}

/** In a tale no question is lost: what is not answered is said. */
function isMissed({ topic, asks, named }: Part): boolean {
  return topic === null && asks && named;
}

/** One question with a greeting, a tale and thanks around it needs no heading. */
function alone(situation: Situation, topic: string, match: Match): Promise<Said> {
  const form = formIn(situation.knowledge, topic);
  return form === null ? answerFirst(situation, topic, match) : begun(situation, form);
}

/**
 * "I stay for 6 months. Check my situation.", "I am Danish, must I register?": beside a form that is begun, or that stands under an
 * answer, what only tells its facts asks nothing; nor does "I am 17" before a price, though it has a topic of its own.
 */
function withoutFacts(situation: Situation, parts: readonly Part[]): readonly Part[] {
  const { knowledge } = situation;
  const offered = (topic: string | null) => knowledge.answers.get(topic ?? '')?.offers;
  const form = parts
    .map(({ topic }) => formIn(knowledge, topic) ?? formIn(knowledge, offered(topic)))
    .find((found) => found !== null);
  if (form == null) return parts;
  return parts.filter(
    ({ text, asks, topic, before }) =>
      (topic !== null && !isNumberTold(situation, form, text)) ||
      (asks && (before !== '' || closesAsQuestion(text))) ||
      !tellsForm(situation, form, text),
  );
}

/** "I am 17": a number, and hardly a word beside it. */
function isNumberTold(situation: Situation, form: string, text: string): boolean {
  const told = Object.values(factsFor(situation, form, text));
  return wordsOf(text).length <= mostToldAside && told.some((value) => typeof value === 'number');
}

/** "Must I register? I come from Quebec for 4 months.": as a whole it means a form, and all but one question are its facts. */
function isOneCase(situation: Situation, whole: Match, parts: readonly Part[]): boolean {
  const form = whole.kind === 'answer' ? formIn(situation.knowledge, whole.ranked[0]?.intent) : null;
  if (form === null) return false;
  const statements = parts.filter(({ asks }) => !asks);
  return parts.length - statements.length === 1 && statements.every(({ text }) => tellsForm(situation, form, text));
}

async function partsOf(situation: Situation, { questions, isTale }: Asking, whole: Match): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for (const question of questions) {
    const told = isTale ? toldOf(situation, question) : null;
    const before = told ?? parts.findLast(({ topic }) => topic !== null)?.topic ?? null;
    const answered = parts.flatMap(({ topic }) => topic ?? []);
    const understood = understandSentence(situation, question, before);
    parts.push(...understood.map((part) => weighedInLetter(situation, part, answered)));
    // A message of many questions takes many times as long: between two of them others are answered.
    await setImmediate();
  }
  const understood = isAboutElse(situation, whole)
    ? ofOurs(situation, parts)
    : parts.length < 2
      ? parts
      : withAround(situation, parts, whole);
  return withoutSideRemarks(situation, understood).filter(({ topic, match, named, asks }) =>
    topic === null ? named && !isSaidIdly(situation, match) : asks || named || !isTale || isSure(match, sureByItself),
  );
}

/** "I broke my glasses. How much would I pay?": what was told since the last question is what the next one leans on. */
function toldOf(situation: Situation, { toldSince }: Question): string | null {
  if (toldSince === '') return null;
  const match = matchQuestion(situation, toldSince);
  const topic = match.ranked[0]?.intent ?? '';
  return isSure(match, sureOfTold) && isSubject(situation.knowledge.answers.get(topic)?.kind) ? topic : null;
}

/** Surely another subject's, or none of ours and naming nothing of ours. */
function isAboutElse(situation: Situation, { kind, ranked }: Match): boolean {
  if (kind === 'decline') return !speaksOfOurs(situation);
  return kind === 'answer' && isOffTopic(situation, ranked[0]?.intent);
}

/**
 * Of a message about something else no sentence is answered ("Exchange possible?" of a ticket, "how much is it there?") unless it names
 * our subject or is sure by itself: "Whom do I ask when the file is stuck?" in a list. Where one does, the others may lean on it.
 */
function ofOurs(situation: Situation, parts: readonly Part[]): readonly Part[] {
  const names = ({ text }: Part): boolean => speaksOfOurs(withText(situation, text));
  const isAsked = parts.some((part) => part.topic !== null && !isNeighbour(situation, part.topic) && names(part));
  return isAsked ? parts : parts.map((part) => (names(part) ? part : sureOrBeside(situation, part)));
}

/** "I never opened an account." beside a question of ours is told for it, and asks nothing of a bank. */
function withoutSideRemarks(situation: Situation, parts: readonly Part[]): readonly Part[] {
  const isOurs = ({ topic }: Part): boolean => topic !== null && !isNeighbour(situation, topic);
  return parts.some(isOurs) ? parts.filter((part) => part.asks || isOurs(part)) : parts;
}

function sureOrBeside(situation: Situation, part: Part): Part {
  const { topic, match } = part;
  // "And how?" is sure of another topic than the one that it leans on.
  const isItsOwn = match.ranked[0]?.intent === topic && isSure(match, sureByItself);
  const stays = topic !== null && (isItsOwn || isNeighbour(situation, topic));
  return stays ? part : { ...part, topic: null };
}

function isSaidIdly(situation: Situation, { kind, ranked }: Match): boolean {
  return kind === 'answer' && isSmallTalk(situation, ranked[0]?.intent);
}

/** What is not understood by itself may be with what stands around it, if it is none of what was understood. */
function withAround(situation: Situation, parts: readonly Part[], whole: Match): readonly Part[] {
  const topics = new Set(parts.flatMap(({ topic }) => topic ?? []));
  const namesOurs = speaksOfOurs(situation);
  const isSaid = whole.kind === 'answer' && topics.size === 1 && topics.has(whole.ranked[0]?.intent ?? '');
  return parts.map((part) => {
    if (part.topic !== null || !part.named || (isSaid && !isLeftOut(situation, part))) return part;
    const lead = matchQuestion(situation, part.lead);
    const match = inItsTale({ alone: part.match, lead, whole, namesOurs });
    const [best, second] = match.ranked.filter(
      ({ intent }) => !topics.has(intent) && isNear([part.match, lead], intent),
    );
    const isClear = best !== undefined && best.score >= clearTogether && best.score >= (second?.score ?? 0) * farAhead;
    return isClear && isOffered(situation, best.intent) ? { ...part, topic: best.intent, match } : part;
  });
}

/** What the whole letter speaks of is not asked by a question that has nothing of it, nor have the sentences before it. */
function isNear(views: readonly Match[], topic: string): boolean {
  return views.some(({ ranked }) => ranked.some(({ intent, score }) => intent === topic && score >= nearby));
}

async function begun(situation: Situation, form: string): Promise<Said> {
  return startForm(situation, form, factsFor(situation, form), null);
}

/** In this few words without a mark of asking nothing but a number is told. */
const mostToldAside = 3;
const sureByItself = 0.75;
const sureOfTold = 0.6;
const nearby = 0.1;
const clearTogether = 0.2;
const farAhead = 1.5;
