import type { Match } from '../core/matching/matcher.ts';
import { formIn, type Facts } from './dialogs.ts';
import { dialogTurn, type Situation } from './said.ts';
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
  const { text } = situation.incoming;
  const near = [...match.ranked.filter(({ score }) => score >= nearEnough), ...match.candidates]
    .map(({ intent }) => formOffered(situation, intent))
    .filter((form) => form !== null);
  const self = situation.knowledge.reading[situation.language]?.cues.self ?? [];
  const ofOneself = longestMention(text, self) !== null;
  const [most] = [...new Set([...near, ...(ofOneself ? situation.knowledge.forms : [])])]
    .map((form) => ({ form, told: factsTold(situation, form) }))
    .sort((a, b) => b.told - a.told);
  if (most === undefined) return null;
  if (match.kind === 'answer' && !near.includes(most.form)) return most.told >= factsOverAnswer ? most.form : null;
  const short = match.kind === 'decline' && near.includes(most.form) && wordsOf(text).length <= shortStatement;
  return most.told >= factsOfOwnCase || (short && most.told > 0) ? most.form : null;
}

function factsTold(situation: Situation, form: string): number {
  return situation.dialogs.told(form, factsFor(situation, form), dialogTurn(situation)).length;
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
