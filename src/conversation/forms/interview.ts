import type { Match } from '../../core/matching/matcher.ts';
import { scores } from '../topics/answer-topic.ts';
import { choiceOf } from '../choices/choice-value.ts';
import {
  afterHandover,
  type DialogInput,
  type DialogSays,
  type Facts,
  type Standing,
  type ToldHere,
} from './dialogs.ts';
import { personChoice } from '../person/hand-over.ts';
import type { Choice } from '../reply.ts';
import { dialogTurn, phrase, said, type Said, type Situation } from '../said.ts';
import { decidedNow, underWhose } from './decided-now.ts';
import { ownCaseKept } from './own-told.ts';
import { resumeChoices } from './offer-resume.ts';
import { aboveForm } from './join-answer.ts';
import { takeForPerson } from '../person/tell-more.ts';

/**
 * Starts a form with what the message already told; a form that was open is kept, to be offered again.
 * @param told what was heard beside facts that were known before
 */
export async function startForm(
  situation: Situation,
  dialog: string,
  facts: Facts,
  match: Match | null,
  news: Facts = facts,
  told?: ToldHere,
): Promise<Said> {
  const { unsure, unclear } =
    told ?? situation.dialogs.hear(dialog, situation.incoming.text, null, dialogTurn(situation), {});
  const isHeardHere = told !== undefined || news === facts;
  const doubts = { unsure: unsure.filter((field) => field in news), unclear: isHeardHere ? unclear : [] };
  const { stack, says } = await situation.dialogs.begin(dialog, facts, dialogTurn(situation), news, doubts);
  const open = situation.dialogs.standing(situation.state.dialogs);
  const { about, also } = situation.whose;
  const isThis = (standing: Standing | null) => standing?.dialog === dialog && standing.about === about;
  const kept = open === null || isThis(open) || open.dialog === afterHandover;
  const left = kept ? situation.state.parked : situation.state.dialogs;
  // The case that begins anew is none to go back to.
  const parked = isThis(situation.dialogs.standing(left)) ? null : left;
  const begun = fromForm(situation, dialog, stack, says, match, parked);
  const text = also ? `${phrase(situation, 'case.own-first')}\n\n${begun.text}` : begun.text;
  const own = about === null ? null : ownCaseKept(situation);
  return { ...begun, text, next: { ...begun.next, own } };
}

export async function goOn(situation: Situation, input: DialogInput): Promise<Said> {
  const standing = situation.dialogs.standing(situation.state.dialogs);
  if (standing?.dialog === afterHandover) return takeForPerson(situation, input);
  const { stack, says } = await situation.dialogs.continue(situation.state.dialogs, input, dialogTurn(situation));
  const missed = input.kind === 'not-understood' || input.kind === 'answer-unclear';
  const turn = fromForm(situation, standing?.dialog ?? null, stack, says, null, situation.state.parked);
  const misses = missed ? situation.state.misses + 1 : 0;
  const isStuck = misses >= 2 || input.kind === 'answer-unclear';
  const offers = isStuck ? [...turn.choices, personChoice(situation)] : turn.choices;
  return { ...turn, choices: offers, next: { ...turn.next, misses } };
}

/**
 * Answers a question in the middle of a form, then goes on with the form: the pending question once more, or the next. What is asked
 * next may be about the answer.
 */
export async function digress(situation: Situation, aside: Said, input: DialogInput): Promise<Said> {
  const joined = aboveForm(situation, aside, await goOn(situation, input), 'digression.back');
  const { last } = aside.next;
  const goesOn = joined.asking !== null && last != null;
  return goesOn ? { ...joined, next: { ...joined.next, last: { ...last, aside: true } } } : joined;
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
  return said('dialog', underWhose(situation, says.about, says.text), {
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
      ...(finished && dialog !== null && { ...decidedNow(situation, dialog, says) }),
    },
  });
}

function editChoice(situation: Situation): Choice {
  return choiceOf(phrase(situation, 'choice.edit'), { kind: 'command', command: 'summary' });
}
