import { afterHandover, type Facts } from './dialogs.ts';
import { tellsOwnCase } from './find-form.ts';
import { lastDecision } from './look-back.ts';
import { ofCase, own } from './of-case.ts';
import { isQuestion } from '../reading/recognise-question.ts';
import { dialogTurn, type Situation, type WhoseCase } from '../said.ts';

type Unheard = Omit<Situation, 'whose'>;

/** Whose case a message is about: decided here for the whole turn. Without a word on it, the case at hand goes on. */
export function whoseCase(unheard: Unheard): WhoseCase {
  const atHand = caseAtHand(unheard);
  const about = atHand?.about ?? null;
  const situation = ofCase(unheard, about);
  const { text } = unheard.incoming;
  if (unheard.state.offered.some(({ label, value }) => text === label || text === value)) return situation.whose;
  const spoken = unheard.dialogs.whose(text, dialogTurn(situation));
  const { askedFor, alone, endsWith } = spoken;
  if (spoken.turnsToSelf) return { about: null, turned: true, alone, also: false };
  if (spoken.both) return { ...own, also: true };
  const named = askedFor ?? (endsWith?.person === 'other' ? endsWith.who : null);
  if (named === null) return isOfStudent(situation, endsWith?.person === 'student', atHand) ? own : situation.whose;
  // "Brazilian, with a contract, my daughter of 4 is with me": who is only mentioned, or asked for as "she", tells nobody's case
  // that was told before.
  const isBeside = spoken.byName ? tellsBeside(unheard, named) : Object.keys(told(unheard, null)).length > 0;
  if (askedFor !== null && isBeside) return { ...own, also: true };
  if (askedFor !== null) return { ...own, about: askedFor, turned: true, alone };
  // "My brother is 19, Moroccan": a case is told, and where another is at hand, asked about.
  const theirs = ofCase(unheard, named);
  const asks = atHand === null || isQuestion(situation, text);
  const isTheirs = !isBeside && asks && named !== about && tellsOwnCase(theirs);
  return isTheirs && !opensWithOwn(unheard, atHand) ? theirs.whose : situation.whose;
}

/** "Kenyan, bachelor in Lille, my boyfriend joins me": what is told of nobody by name is the student's, whoever is named behind it. */
function opensWithOwn(unheard: Unheard, atHand: CaseAtHand | null): boolean {
  return atHand === null && !isQuestion(unheard, unheard.incoming.text) && tellsOwnCase(ofCase(unheard, null));
}

type CaseAtHand = { readonly form: string; readonly about: string | null; readonly isOpen: boolean };

/** The open form's, or the last reply's decision. */
function caseAtHand(unheard: Unheard): CaseAtHand | null {
  const open = unheard.dialogs.standing(unheard.state.dialogs);
  if (open?.dialog === afterHandover) return null;
  if (open !== null) return { form: open.dialog, about: open.about, isOpen: true };
  const last = lastDecision(unheard);
  return last === null ? null : { ...last, isOpen: false };
}

/** "I am Belgian" beside another person's case; where that is decided, whatever is said of oneself. */
function isOfStudent(situation: Situation, endsWithStudent: boolean, atHand: CaseAtHand | null): boolean {
  if (atHand === null || atHand.about === null || !endsWithStudent) return false;
  return (
    !atHand.isOpen || (tellsBeside(situation, atHand.about) && Object.keys(told(situation, atHand.about)).length === 0)
  );
}

/** Whether a message tells something of the student beside what it tells of whom `about` names. */
function tellsBeside(unheard: Unheard, about: string): boolean {
  const theirs = told(unheard, about);
  return Object.keys(told(unheard, null)).some((field) => !(field in theirs));
}

function told(unheard: Unheard, about: string | null): Facts {
  const [form] = unheard.knowledge.forms;
  const turn = dialogTurn(ofCase(unheard, about));
  return form === undefined ? {} : unheard.dialogs.read(form, unheard.incoming.text, null, turn, {});
}
