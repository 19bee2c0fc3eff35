import type { Match } from '../../core/matching/matcher.ts';
import { answer, scores } from '../topics/answer-topic.ts';
import { asksSomething, isQuestion, opensAsCorrection, opensWith, shortAnswer } from '../reading/recognise-question.ts';
import { isWhole } from '../commands/read-command.ts';
import { choiceOf } from '../choices/choice-value.ts';
import {
  afterHandover,
  askedIn,
  formIn,
  type DialogInput,
  type DialogSays,
  type Facts,
  type Standing,
  type ToldHere,
} from './dialogs.ts';
import { personChoice } from '../person/hand-over.ts';
import { fieldNamed } from './find-field.ts';
import { likelierOfTwo } from '../topics/choose-likelier.ts';
import { factsFor, tellsForm } from './find-form.ts';
import { isSure, matchQuestion } from '../topics/match-question.ts';
import { askedBare, clearLead, nextTopic, topicsAfter } from '../topics/find-next-topic.ts';
import type { Choice } from '../reply.ts';
import { dialogTurn, phrase, said, type Said, type Situation } from '../said.ts';
import { resumeChoices } from './offer-resume.ts';
import { aboveForm } from './join-answer.ts';
import { takeLeave } from './take-leave.ts';
import { questionsIn } from '../reading/split-questions.ts';
import { topicsBefore, type ConversationState } from '../state.ts';
import { takeForPerson } from '../person/tell-more.ts';
import { holdsQuestionMark } from '../../text/question-mark.ts';
import { longestMention, wordsOf } from '../../text/typed-words.ts';

/** Starts a form with what the message already told; a form that was open is kept, to be offered again. */
export async function startForm(
  situation: Situation,
  dialog: string,
  facts: Facts,
  match: Match | null,
  news: Facts = facts,
): Promise<Said> {
  const { unsure, unclear } = situation.dialogs.hear(dialog, situation.incoming.text, null, dialogTurn(situation), {});
  const doubts = { unsure: unsure.filter((field) => field in news), unclear: news === facts ? unclear : [] };
  const { stack, says } = await situation.dialogs.begin(dialog, facts, dialogTurn(situation), news, doubts);
  const open = situation.dialogs.standing(situation.state.dialogs);
  const kept = open === null || open.dialog === dialog || open.dialog === afterHandover;
  const left = kept ? situation.state.parked : situation.state.dialogs;
  return fromForm(situation, dialog, stack, says, match, left);
}

/** The open form's turn: an answer, a digression, or neither. */
export async function continueForm(situation: Situation, match: Match): Promise<Said> {
  const standing = situation.dialogs.standing(situation.state.dialogs);
  if (standing === null) throw new RangeError('No form is open');
  const text = situation.incoming.text;
  const reading = readingOf(situation);
  if (isWhole(text, reading.unknown, reading)) return goOn(situation, { kind: 'unknown' });
  if (isWhole(text, reading.agreed, reading)) return goOn(situation, { kind: 'ask-again' });
  const apart = questionApart(situation);
  if (apart !== null) return answerAside(situation, apart);
  const heard = toldIn(situation, askedIn(standing), standing);
  const told = { ...heard.facts, ...corrected(situation, standing) };
  const { unclear } = heard;
  const field = fieldNamed(situation, standing.facts);
  const none = Object.keys(told).length === 0 && unclear.length === 0;
  // "No" to "what is your nationality?" answers nothing, and is about nothing else.
  if (none && isWhole(text, reading.no, reading)) return goOn(situation, { kind: 'not-understood' });
  if (none && field !== null && opensAsCorrection(situation)) return goOn(situation, { kind: 'change', field });
  if (none && opensWith(situation, reading.cues.asksWhy)) return goOn(situation, { kind: 'why' });
  const asksMeaning = opensWith(situation, reading.cues.asksMeaning);
  // What the question means, unless another subject is surely asked about.
  if (none && asksMeaning && (match.kind !== 'answer' || namesWhatWasAsked(situation)))
    return goOn(situation, { kind: 'means' });
  // "So how much in total?" is about what the form is about, and begins no other.
  const bare = none && askedBare(situation) !== null ? nextTopic(situation, match) : null;
  if (bare !== null) return digress(situation, bare, { kind: 'ask-again' });
  const best = match.ranked[0]?.intent;
  const topic = topicAsked(situation, match, standing.dialog);
  const left = none && isGoodbye(situation, topic) ? takeLeave(situation, match) : null;
  if (left !== null) return left;
  if (
    topic !== null &&
    ((none && !isNamedInPassing(situation, topic)) ||
      (match.kind === 'answer' && asksBeside(situation, standing, told) && !isCourtesy(situation, topic)))
  )
    return digress(
      situation,
      answer(situation, topic, match),
      answeredBeside(situation, standing, { ...heard, facts: told }),
    );
  const other =
    match.kind === 'answer' && best !== undefined && best !== standing.dialog
      ? formIn(situation.knowledge, best)
      : null;
  if (other !== null && (none || isForAnother(situation, other, match)))
    return startForm(situation, other, factsFor(situation, other, text), match);
  if (none && match.kind === 'answer' && best === standing.dialog) return goOn(situation, { kind: 'ask-again' });
  const unknown = none || isOnlyUnknown(told);
  if (unknown && asksMeaning) return goOn(situation, { kind: 'means' });
  if (!none) return goOn(situation, { kind: 'facts', facts: told, unsure: heard.unsure, unclear });
  if (longestMention(text, reading.unknown) !== null) return goOn(situation, { kind: 'unknown' });
  if (field !== null && !asksSomething(situation, text)) return goOn(situation, { kind: 'change', field });
  const next = nextTopic(situation, match);
  return next === null ? goOn(situation, { kind: 'not-understood' }) : digress(situation, next, { kind: 'ask-again' });
}

/** What tells the open form something goes to another only when it is long, and asks, tells that one something, or is sure. */
function isForAnother(situation: Situation, form: string, match: Match): boolean {
  const { text } = situation.incoming;
  if (wordsOf(text).length < shortAnswer) return false;
  return tellsForm(situation, form) || asksSomething(situation, text) || isSure(match, sureOfAnother);
}

/** "What do you mean by registered?": its last word is one of the question's. */
function namesWhatWasAsked({ incoming, state }: Situation): boolean {
  const last = wordsOf(incoming.text).at(-1);
  return last !== undefined && wordsOf(state.said ?? '').includes(last);
}

/** "My visa is for 5 months but I stay 11" answers; only an open question asks something beside its answer. */
function asksBeside(situation: Situation, standing: Standing, told: Facts): boolean {
  const { text } = situation.incoming;
  const asked = askedIn(standing);
  return asked !== null && asked in told ? isQuestion(situation, text) : asksSomething(situation, text);
}

/** "I am Danish, and my card ends in June": what answers the question is taken, whatever is said about the rest. */
function answeredBeside(situation: Situation, standing: Standing, { facts, unsure, unclear }: ToldHere): DialogInput {
  const asked = askedIn(standing);
  const isTold = asked !== null && asked in facts && !holdsQuestionMark(situation.incoming.text);
  return isTold ? { kind: 'facts', facts, unsure, unclear } : { kind: 'ask-again' };
}

/** "Morroco" in the midst of a form is a slip in an answer, and no question about another country. */
function isNamedInPassing(situation: Situation, topic: string): boolean {
  return (
    situation.knowledge.answers.get(topic)?.kind === 'offtopic' &&
    !asksSomething(situation, situation.incoming.text) &&
    wordsOf(situation.incoming.text).length < shortAnswer
  );
}

function isGoodbye({ knowledge }: Situation, topic: string | null): boolean {
  return topic !== null && knowledge.answers.get(topic)?.goodbye === true;
}

/** Beside what is told, thanks ask nothing. */
function isCourtesy({ knowledge }: Situation, topic: string): boolean {
  return knowledge.answers.get(topic)?.kind === 'smalltalk';
}

/** "I do not understand": first it is explained. */
function isOnlyUnknown(told: Facts): boolean {
  return Object.values(told).every((value) => value === 'unknown');
}

/** The topic that a message surely is about; of a question also the likelier of two neighbours. */
function topicAsked(situation: Situation, match: Match, about: string): string | null {
  // "25" names nothing.
  if (!/\p{L}/u.test(situation.incoming.text)) return null;
  const best = match.ranked[0];
  if (match.kind === 'answer' && best !== undefined) {
    const ofForm = best.score >= sureByItself ? [] : topicsAfter(situation, about);
    // "Which of the two is cheaper?" in a quote is about what is bought.
    const near = match.ranked.find(({ intent, score }) => ofForm.includes(intent) && score >= clearLead);
    const topic = near?.intent ?? best.intent;
    return situation.knowledge.answers.has(topic) ? topic : null;
  }
  return asksSomething(situation, situation.incoming.text) ? likelierOfTwo(situation, match) : null;
}

/** Less than this, what the form is about counts as well. */
const sureByItself = 0.5;
/** Asked for by itself: "now I want to work out a refund". */
const sureOfAnother = 0.75;

/** Whether a message answers the open form's question, and asks nothing of its own. */
export function isAnswered(situation: Situation, match: Match): boolean {
  const standing = situation.dialogs.standing(situation.state.dialogs);
  const reading = readingOf(situation);
  const { text } = situation.incoming;
  if (standing === null) return false;
  if ([reading.unknown, reading.agreed].some((words) => isWhole(text, words, reading))) return true;
  const { facts, unclear } = toldIn(situation, askedIn(standing), standing);
  const asks = match.kind === 'answer' && asksBeside(situation, standing, facts);
  return !asks && (Object.keys(facts).length > 0 || unclear.length > 0);
}

/** "Why do you want to know that": of the question, and of nothing that we know by itself. */
export function asksBack(situation: Situation, match: Match): boolean {
  const { cues } = readingOf(situation);
  return match.kind !== 'answer' && (opensWith(situation, cues.asksWhy) || opensWith(situation, cues.asksMeaning));
}

function toldIn(situation: Situation, asking: string | null, standing: Standing): ToldHere {
  return situation.dialogs.hear(
    standing.dialog,
    situation.incoming.text,
    asking,
    dialogTurn(situation),
    standing.facts,
  );
}

/** "Sorry, 28" after an age: what opens as a correction and says nothing else is about what was told last. */
function corrected(situation: Situation, standing: Standing): Facts {
  const last = Object.keys(standing.facts).at(-1);
  if (last === undefined || !opensAsCorrection(situation)) return {};
  const value = toldIn(situation, last, standing).facts[last];
  return value === undefined || value === standing.facts[last] || last in toldIn(situation, null, standing).facts
    ? {}
    : { [last]: value };
}

/** "Brazil. And what does a doctor cost?": the question of a message that also tells something, and what it tells. */
function questionApart(
  situation: Situation,
): { readonly topic: string; readonly match: Match; readonly told: Facts } | null {
  const standing = situation.dialogs.standing(situation.state.dialogs);
  const parts = questionsIn(situation.incoming.text, readingOf(situation).cues);
  const [question, ...more] = parts.filter((part) => asksSomething(situation, part));
  if (standing === null || question === undefined || more.length > 0 || parts.length < 2) return null;
  const rest = parts.filter((part) => part !== question).join(' ');
  const told = situation.dialogs.read(standing.dialog, rest, askedIn(standing), dialogTurn(situation), standing.facts);
  const match = matchQuestion(situation, question);
  const topic = match.ranked[0]?.intent;
  const isTopic = match.kind === 'answer' && topic !== undefined && situation.knowledge.answers.has(topic);
  return isTopic && Object.keys(told).length > 0 ? { topic, match, told } : null;
}

function answerAside(situation: Situation, { topic, match, told }: NonNullable<ReturnType<typeof questionApart>>) {
  return digress(situation, answer(situation, topic, match), { kind: 'facts', facts: told });
}

export async function goOn(situation: Situation, input: DialogInput): Promise<Said> {
  const standing = situation.dialogs.standing(situation.state.dialogs);
  if (standing?.dialog === afterHandover) return takeForPerson(situation, input);
  const { stack, says } = await situation.dialogs.continue(situation.state.dialogs, input, dialogTurn(situation));
  const missed = input.kind === 'not-understood';
  const turn = fromForm(situation, standing?.dialog ?? null, stack, says, null, situation.state.parked);
  const misses = missed ? situation.state.misses + 1 : 0;
  const offers = misses >= 2 ? [...turn.choices, personChoice(situation)] : turn.choices;
  return { ...turn, choices: offers, next: { ...turn.next, misses } };
}

/** Answers a question in the middle of a form, then goes on with the form: the pending question once more, or the next. */
async function digress(situation: Situation, aside: Said, input: DialogInput): Promise<Said> {
  return aboveForm(situation, aside, await goOn(situation, input), 'digression.back');
}

function fromForm(
  situation: Situation,
  dialog: string | null,
  stack: unknown,
  says: DialogSays,
  match: Match | null,
  parked: unknown,
): Said {
  const finished = stack === null;
  const edits = finished && Object.keys(says.known).length > 0 ? [editChoice(situation)] : [];
  const resumed = finished ? resumeChoices(situation, parked) : [];
  return said('dialog', says.text, {
    intent: dialog,
    card: says.card,
    choices: [...says.choices, ...resumed, ...edits, ...(says.verify ? [personChoice(situation)] : [])],
    asking: says.asking,
    outcome: says.outcome,
    facts: says.facts,
    feedback: finished,
    ...scores(match, dialog),
    next: {
      dialogs: stack,
      parked,
      misses: 0,
      ...(finished && dialog !== null && { ...decidedNow(situation, dialog, says.known) }),
    },
  });
}

/** What was decided stays at hand for "change my answers", whatever is asked in between. */
function decidedNow({ state }: Situation, dialog: string, facts: Facts): Partial<ConversationState> {
  return { last: { intent: dialog, facts, close: [], before: topicsBefore(state) }, decided: { form: dialog, facts } };
}

function editChoice(situation: Situation): Choice {
  return choiceOf(phrase(situation, 'choice.edit'), { kind: 'command', command: 'summary' });
}

function readingOf(situation: Situation) {
  const reading = situation.knowledge.reading[situation.language];
  if (reading === undefined) throw new RangeError(`No reading for ${situation.language}`);
  return reading;
}
