import type { Match, Ranked } from '../../core/matching/matcher.ts';
import { formIn, sureOf, type Facts } from './dialogs.ts';
import { dialogTurn, type Situation } from '../said.ts';
import { asksPlainly, isLong } from '../reading/find-questions.ts';
import { isQuestion } from '../reading/recognise-question.ts';
import { isOffTopic, isSubject } from '../topics/judge-subject.ts';
import { closesAsQuestion } from '../../text/question-mark.ts';
import { longestMention, wordsOf } from '../../text/typed-words.ts';

/** The form that a message asks for, or tells enough of the student's own case to start; null where a topic answers. */
export function formMeant(situation: Situation, match: Match): string | null {
  const [best, second] = match.ranked;
  if (best === undefined) return null;
  const form = formIn(situation.knowledge, best.intent);
  const goesOn = form === null ? formOfferedBefore(situation) : null;
  if (goesOn !== null) return goesOn;
  if (match.kind === 'answer') return form ?? onlyTold(situation) ?? wishedFor(situation);
  // The form and the answer that offers it are no alternatives to choose between.
  const [first, ...rest] = [best, second].map((ranked) => formOffered(situation, ranked?.intent));
  if (match.kind === 'clarify' && first != null && rest.every((offered) => offered === first))
    if ((form !== null && isLikely(best, second)) || factsTold(situation, first) > 0) return first;
  return ownCase(situation, match) ?? wishedFor(situation);
}

/** "What must I check before I pay for it?": of a form that is asked for, and the answer that offers it, one must be meant. */
function isLikely(best: Ranked, second: Ranked | undefined): boolean {
  return best.score + (second?.score ?? 0) >= likelyTogether;
}

/**
 * The form whose first question stands under a topic's answer: the topic shares its question with it, or the student
 * speaks of a case of their own. An answer is never left out for a form that is less likely.
 */
export function formBeneath(situation: Situation, match: Match, topic: string): string | null {
  const answer = situation.knowledge.answers.get(topic);
  const offered = formIn(situation.knowledge, answer?.offers);
  const toldOfOffered = offered === null ? 0 : factsTold(situation, offered);
  const isCase = answer?.opens === true || toldOfOffered >= factsOfOwnCase;
  // Another person may be no student: theirs is the case that the topic is about, or none.
  if (situation.whose.about !== null) return isCase ? offered : null;
  // What a long letter tells is told for its question, not for another.
  const isTale = isLong(situation.incoming.text);
  const most = isTale ? null : mostTold(situation);
  const self = ofOneself(situation);
  const enough =
    (self || (!isQuestionOrTale(situation) && isCaseTold(situation, most))) && isSubject(answer?.kind)
      ? factsOfOwnCase
      : factsBesideAnswer;
  if (most !== null && most.told >= enough && most.told > toldOfOffered) return most.form;
  if (offered !== null && isCase) return offered;
  if (isTale || !self) return null;
  const near = match.ranked.find(({ intent, score }) => score >= nearEnough && isForm(situation, intent))?.intent;
  return near ?? (toldOfOffered > 0 ? offered : null);
}

/**
 * The form of a case that is told, whatever is told beside it, where nothing is asked and no subject is sure: "Finnish, from February to
 * June in Nice, card until May, my sister lives there".
 */
export function formOfCase(situation: Situation, match: Match): string | null {
  if (isQuestionOrTale(situation)) return null;
  const told = formOfPerson(situation);
  if (told !== null) return told;
  const most = mostTold(situation);
  if (!isCaseTold(situation, most)) return null;
  const { knowledge } = situation;
  const [best] = match.ranked;
  if (match.kind !== 'answer' || best === undefined) return most.form;
  const form = formIn(knowledge, best.intent);
  if (form !== null) return form;
  return best.score >= surelyBeside(most, knowledge.answers.get(best.intent)?.kind) ? null : most.form;
}

/** "I'm German", "je viens du Maroc": who says no more than who they are tells it for a form, whatever was spoken of. */
export function formOfPerson(situation: Situation): string | null {
  const { text } = situation.incoming;
  if (wordsOf(text).length > shortStatement || !ofOneself(situation) || isQuestion(situation, text)) return null;
  const most = mostTold(situation);
  // A number beside what was spoken of may be of that: "I'm 22".
  if (most === null || (situation.state.last !== null && !isNamed(situation, most.form))) return null;
  const self = situation.knowledge.reading[situation.language]?.cues.self ?? [];
  return saysNothingBut(situation, [...self, ...wordsTold(situation, most.form)], aroundName) ? most.form : null;
}

/** Whether a message has no words but those of these phrases, and small ones. */
function saysNothingBut({ incoming }: Situation, phrases: readonly string[], small: RegExp): boolean {
  const said = new Set(phrases.flatMap((one) => wordsOf(one)));
  return wordsOf(incoming.text).every((word) => said.has(word) || small.test(word));
}

/** How sure a subject must be to be meant rather than the case that is told. */
function surelyBeside({ told }: MostTold, kind: string | undefined): number {
  if (!isSubject(kind)) return surelyElse;
  return told < factsOfFarCase ? 0 : surelyOurs;
}

/** Numbers alone are no case, nor beside the school that is taken for granted: "I study Japanese at the university since 2 years". */
function isCaseTold(situation: Situation, most: MostTold | null): most is MostTold {
  return most !== null && most.told >= factsOfOwnCase && isNamed(situation, most.form);
}

function isNamed(situation: Situation, form: string): boolean {
  const { school } = situation.knowledge.desk;
  return Object.values(factsFor(situation, form)).some((value) => isName(value) && value !== school);
}

function isQuestionOrTale(situation: Situation): boolean {
  const { text } = situation.incoming;
  return wordsOf(text).length > plainCase || isQuestion(situation, text) || asksPlainly(situation, text);
}

/** Whether a message tells enough of a case for a form to begin with. */
export function tellsOwnCase(situation: Situation): boolean {
  return formOfOwnCase(situation) !== null;
}

/** The form that a message tells enough of a case for, however likely it is. */
export function formOfOwnCase(situation: Situation): string | null {
  const most = mostTold(situation);
  return most !== null && most.told >= factsOfOwnCase ? most.form : null;
}

type MostTold = { readonly form: string; readonly told: number };

/** The form of which a message tells most. */
function mostTold(situation: Situation): MostTold | null {
  const [most] = situation.knowledge.forms
    .map((form) => ({ form, told: factsTold(situation, form) }))
    .sort((a, b) => b.told - a.told);
  return most === undefined || most.told === 0 ? null : most;
}

/** "Medical and RC" after "what is the price of a month?": what is told and nothing else belongs to the form that the answer offers. */
function formOfferedBefore(situation: Situation): string | null {
  const form = formOfLast(situation);
  return form !== null && factsTold(situation, form) > 0 && saysOnly(situation, form) ? form : null;
}

/** The form that the last answer offers. */
export function formOfLast({ knowledge, state }: Situation): string | null {
  return formIn(knowledge, knowledge.answers.get(state.last?.intent ?? '')?.offers);
}

function isForm({ knowledge }: Situation, intent: string): boolean {
  return formIn(knowledge, intent) !== null;
}

/** Of a case of one's own, or of the person's that is asked about. */
function ofOneself({ incoming, knowledge, language, whose }: Situation): boolean {
  return whose.about !== null || longestMention(incoming.text, knowledge.reading[language]?.cues.self ?? []) !== null;
}

/** "I stay 9 months" asks nothing that an answer could be right for: the form that it tells most of. */
function onlyTold(situation: Situation): string | null {
  const most = ofOneself(situation) ? mostTold(situation) : null;
  return most !== null && saysOnly(situation, most.form) ? most.form : null;
}

/** "I need RC and the medical cover": who wants to have what a form asks for, and says nothing else. */
function wishedFor(situation: Situation): string | null {
  const { text } = situation.incoming;
  const { cues, fillers = [] } = situation.knowledge.reading[situation.language] ?? {};
  const wishes = cues?.wish ?? [];
  // "Mi serve" may ask, and at the beginning of a wish does not.
  if (longestMention(text, wishes) === null || closesAsQuestion(text)) return null;
  const most = mostTold(situation);
  if (most === null) return null;
  const phrases = [...wishes, ...fillers, ...wordsTold(situation, most.form)];
  return saysNothingBut(situation, phrases, article) ? most.form : null;
}

/** "I'm a 24-year-old Brazilian, here for 6 months, do I need insurance?" is not a general question: the form it tells most of. */
function ownCase(situation: Situation, match: Match): string | null {
  const { knowledge, incoming } = situation;
  const near = [...match.ranked.filter(({ score }) => score >= nearEnough), ...match.candidates]
    .map(({ intent }) => formOffered(situation, intent))
    .filter((form) => form !== null);
  const self = ofOneself(situation);
  const { turned } = situation.whose;
  // Who most likely asks about something else ("my daughter needs a nursery") tells that of no form that is far from it.
  const far = turned || (self && !isOffTopic(situation, match.ranked[0]?.intent)) ? knowledge.forms : [];
  const [most] = [...new Set([...near, ...far])]
    .map((form) => ({ form, told: factsTold(situation, form) }))
    .sort((a, b) => b.told - a.told || knowledge.forms.indexOf(a.form) - knowledge.forms.indexOf(b.form));
  const isNear = near.includes(most?.form ?? '');
  if (most === undefined || (!isNear && !turned && most.told < factsOfFarCase)) return null;
  // "Medical and RC please": a form that would be among the choices, whose facts are all that is said.
  const isChoice = match.kind === 'clarify' && match.candidates.some(({ intent }) => intent === most.form);
  if ((self || isChoice) && most.told > 0 && isNear && saysOnly(situation, most.form)) return most.form;
  // "My mate is Serbian, what must he do?" is asked for somebody, and what is told of them is why.
  const isPlain = isNear || wordsOf(incoming.text).length <= plainCase;
  const isElse = match.kind === 'decline' || isOffTopic(situation, match.ranked[0]?.intent);
  if (turned && isElse && most.told > 0 && isPlain) return most.form;
  const short = match.kind === 'decline' && isNear && wordsOf(incoming.text).length <= shortStatement;
  return most.told >= factsOfOwnCase || (short && most.told > 0) ? most.form : null;
}

/** Only what was told with its own words starts a form: a number that was seen is no case of one's own. */
function factsTold(situation: Situation, form: string): number {
  const { facts, unsure } = situation.dialogs.hear(form, situation.incoming.text, null, dialogTurn(situation), {});
  const sure = Object.entries(sureOf({ facts, unsure }));
  // "Vietnamese, we stay until June": a name beside what is sure is one; a number is not.
  const named = Object.entries(facts).filter(([field, value]) => unsure.includes(field) && isName(value));
  // "My card is lost", "I have no job": a yes or no alone is nobody's case.
  const isYesOrNo = sure.every(([, value]) => typeof value === 'boolean' || value === 'none');
  if (isYesOrNo && (sure.length === 0 || named.length === 0)) return 0;
  return situation.dialogs.told(form, Object.fromEntries([...sure, ...named]), dialogTurn(situation)).length;
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && !/\d/.test(value);
}

/** "I stay 10 months": little else is said. "GP price" tells as much, of nobody: it asks. */
function saysOnly(situation: Situation, form: string): boolean {
  const told = wordsTold(situation, form);
  const all = wordsOf(situation.incoming.text).length;
  return all <= shortStatement && told.length * 2 >= all && !isQuestion(situation, situation.incoming.text);
}

/** The words in which a message tells facts of a form. */
function wordsTold(situation: Situation, form: string): readonly string[] {
  const { heard } = situation.dialogs.hear(form, situation.incoming.text, null, dialogTurn(situation), {});
  return heard.filter((fact) => fact.for === 'student').flatMap(({ words }) => wordsOf(words));
}

function formOffered(situation: Situation, intent: string | undefined): string | null {
  const { knowledge } = situation;
  return formIn(knowledge, intent) ?? formIn(knowledge, knowledge.answers.get(intent ?? '')?.offers);
}

/** What the message, or a part of it, tells about a form's fields. */
export function factsFor(situation: Situation, form: string, text = situation.incoming.text): Facts {
  return situation.dialogs.read(form, text, null, dialogTurn(situation), {});
}

/** Whether it tells anything of them. */
export function tellsForm(situation: Situation, form: string, text = situation.incoming.text): boolean {
  return Object.keys(factsFor(situation, form, text)).length > 0;
}

/** What starts a form: where it goes on from an answer, what the question to that answer told as well. */
export function factsToStart(situation: Situation, form: string): Facts {
  const facts = factsFor(situation, form);
  const { about, turned } = situation.whose;
  const before = about === null && !turned ? situation.state.heard?.at(-1) : undefined;
  return before !== undefined && formOfferedBefore(situation) === form
    ? { ...factsFor(situation, form, before), ...facts }
    : facts;
}

const factsOfOwnCase = 2;
/** Of a form that no topic near the message offers, more has to be told before it is begun. */
const factsOfFarCase = 3;
/** This much is a case of its own beside a general answer, whoever it is told of; of oneself less is. */
const factsBesideAnswer = 3;
/** This sure of what is not ours, a message is about it, though it tells a case as well. */
const surelyElse = 0.85;
/** "Irish, card till September 2028, finishing in June": where this much is told, a subject that is less sure is general beside it. */
const surelyOurs = 0.6;
/** "I am from Peru" says nothing but the student's own case. */
const shortStatement = 6;
/** In more words something else is told as well: a supervisor at a doctoral school, a flat and its agency. */
const plainCase = 20;
const likelyTogether = 0.5;
/** "The", "de la", "di". */
const article = /^\p{Script=Latin}{1,3}$/u;
/** "From", "viens", "komme aus". */
const aroundName = /^\p{Script=Latin}{1,5}$/u;
/** A form this likely is considered where a message tells of the student's own case. */
const nearEnough = 0.15;
