import type { Match } from '../core/matching/matcher.ts';
import { formIn, type Facts } from './dialogs.ts';
import { dialogTurn, type Situation } from './said.ts';
import { isQuestion } from './asks-something.ts';
import { longestMention, wordsOf } from './words.ts';

/** The form that a message asks for, or tells enough of the student's own case to start; null for a general question. */
export function formMeant(situation: Situation, match: Match): string | null {
  const [best, second] = match.ranked;
  if (best === undefined) return null;
  const form = formIn(situation.knowledge, best.intent);
  if (match.kind === 'answer' && form !== null) return form;
  // The form and the answer that offers it are no alternatives to choose between.
  const [first, ...rest] = [best, second].map((ranked) => formOffered(situation, ranked?.intent));
  const named = [best, second].find((ranked) => formIn(situation.knowledge, ranked?.intent) !== null);
  if (first != null && rest.every((offered) => offered === first)) {
    const tells = factsTold(situation, first) > 0;
    if (match.kind === 'clarify' && (named !== undefined || tells)) return first;
    if (match.kind === 'answer' && (named?.score ?? 0) >= nearEnough && tells) return first;
  }
  return ownCase(situation, match);
}

/** "I'm a 24-year-old Brazilian, here for 6 months, do I need insurance?" is not a general question: the form it tells most of. */
function ownCase(situation: Situation, match: Match): string | null {
  const { knowledge } = situation;
  const { text } = situation.incoming;
  const near = [...match.ranked.filter(({ score }) => score >= nearEnough), ...match.candidates]
    .map(({ intent }) => formOffered(situation, intent))
    .filter((form) => form !== null);
  const self = situation.knowledge.reading[situation.language]?.cues.self ?? [];
  const ofOneself = longestMention(text, self) !== null;
  const [most] = [...new Set([...near, ...(ofOneself ? situation.knowledge.forms : [])])]
    .map((form) => ({ form, told: factsTold(situation, form) }))
    .sort((a, b) => b.told - a.told || knowledge.forms.indexOf(a.form) - knowledge.forms.indexOf(b.form));
  if (most === undefined) return null;
  if (match.kind === 'answer' && !near.includes(most.form)) return most.told >= factsOverAnswer ? most.form : null;
  if (ofOneself && most.told > 0 && near.includes(most.form) && saysOnly(situation, most.form)) return most.form;
  const short = match.kind === 'decline' && near.includes(most.form) && wordsOf(text).length <= shortStatement;
  return most.told >= factsOfOwnCase || (short && most.told > 0) ? most.form : null;
}

/** Only what was told with its own words starts a form: a number that was seen is no case of one's own. */
function factsTold(situation: Situation, form: string): number {
  const { facts, unsure } = situation.dialogs.hear(form, situation.incoming.text, null, dialogTurn(situation), {});
  const sure = Object.entries(facts).filter(([field]) => !unsure.includes(field));
  if (sure.length === 0) return 0;
  // "Vietnamese, we stay until June": a name beside what is sure is one; a number is not.
  const named = Object.entries(facts).filter(([field, value]) => unsure.includes(field) && isName(value));
  return situation.dialogs.told(form, Object.fromEntries([...sure, ...named]), dialogTurn(situation)).length;
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && !/\d/.test(value);
}

/** "I stay 10 months": little else is said. "GP price" tells as much, of nobody: it asks. */
function saysOnly(situation: Situation, form: string): boolean {
  const { heard } = situation.dialogs.hear(form, situation.incoming.text, null, dialogTurn(situation), {});
  const told = heard.filter((fact) => fact.for === 'student').flatMap(({ words }) => wordsOf(words));
  const all = wordsOf(situation.incoming.text).length;
  return all <= shortStatement && told.length * 2 >= all && !isQuestion(situation, situation.incoming.text);
}

function formOffered(situation: Situation, intent: string | undefined): string | null {
  const { knowledge } = situation;
  return formIn(knowledge, intent) ?? formIn(knowledge, knowledge.answers.get(intent ?? '')?.offers);
}

/** What the message, or a part of it, tells about a form's fields. */
export function factsFor(situation: Situation, form: string, text = situation.incoming.text): Facts {
  return situation.dialogs.read(form, text, null, dialogTurn(situation), {});
}

const factsOfOwnCase = 2;
/** Who tells this much of themselves wants their own case, however well a general answer fits. */
const factsOverAnswer = 3;
/** "I am from Peru" says nothing but the student's own case. */
const shortStatement = 6;
/** A form this likely is considered where a message tells of the student's own case. */
const nearEnough = 0.15;
