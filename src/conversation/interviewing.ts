import type { Match } from '../core/matching/matcher.ts';
import { answer, scores, titleOf } from './answering.ts';
import type { DialogId, DialogInput, DialogSays, Facts } from './dialogs.ts';
import { personChoice } from './handing-over.ts';
import type { Choice } from './reply.ts';
import { dialogTurn, phrase, said, type Said, type Situation } from './said.ts';
import { longestMention, wordsOf } from './words.ts';

/** A message this short is taken as an answer to the question asked, when it can be one. */
const shortAnswer = 5;

/** Starts a form with what the message already told; a form that was open is kept, to be offered again. */
export async function startForm(
  situation: Situation,
  dialog: DialogId,
  facts: Facts,
  match: Match | null,
): Promise<Said> {
  const { stack, says } = await situation.dialogs.begin(dialog, facts, dialogTurn(situation));
  const leaves = situation.state.dialogs ?? situation.state.parked;
  return fromForm(situation, dialog, stack, says, match, stack === null ? situation.state.parked : leaves);
}

/** The open form's turn: an answer, a digression, or neither. */
export async function continueForm(situation: Situation, match: Match): Promise<Said> {
  const standing = situation.dialogs.standing(situation.state.dialogs);
  if (standing === null) throw new RangeError('No form is open');
  const text = situation.incoming.text;
  const told = situation.dialogs.read(standing.dialog, text, standing.asking, dialogTurn(situation), standing.facts);
  const best = match.ranked[0]?.intent;
  const isTopic = match.kind === 'answer' && best !== undefined && situation.knowledge.answers.has(best);
  if (isTopic && (Object.keys(told).length === 0 || asksSomething(situation))) return digress(situation, best, match);
  if (Object.keys(told).length > 0) return goOn(situation, { kind: 'facts', facts: told });
  const other = match.kind === 'answer' && best !== undefined && best !== standing.dialog ? dialogIn(best) : null;
  if (other !== null)
    return startForm(situation, other, situation.dialogs.read(other, text, null, dialogTurn(situation), {}), match);
  if (longestMention(text, readingOf(situation).unknown) !== null) return goOn(situation, { kind: 'unknown' });
  return goOn(situation, { kind: 'not-understood' });
}

export async function goOn(situation: Situation, input: DialogInput): Promise<Said> {
  const standing = situation.dialogs.standing(situation.state.dialogs);
  const { stack, says } = await situation.dialogs.continue(situation.state.dialogs, input, dialogTurn(situation));
  const missed = input.kind === 'not-understood';
  const turn = fromForm(situation, standing?.dialog ?? null, stack, says, null, situation.state.parked);
  const misses = missed ? situation.state.misses + 1 : 0;
  const offers = misses >= 2 ? [...turn.choices, personChoice(situation)] : turn.choices;
  return { ...turn, choices: offers, next: { ...turn.next, misses } };
}

/** Answers a question in the middle of a form, then asks the pending question again, once. */
async function digress(situation: Situation, id: string, match: Match): Promise<Said> {
  const aside = answer(situation, id, match);
  const { says } = await situation.dialogs.continue(
    situation.state.dialogs,
    { kind: 'ask-again' },
    dialogTurn(situation),
  );
  const back = phrase(situation, 'digression.back');
  return {
    ...aside,
    text: `${aside.text}\n\n${back}\n\n${says.text}`,
    choices: says.choices,
    asking: says.asking,
    feedback: false,
    next: { misses: 0 },
  };
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
  const resumed = finished && parked !== null ? [{ label: phrase(situation, 'choice.resume'), value: 'resume' }] : [];
  return said('dialog', says.text, {
    intent: dialog,
    card: says.card,
    choices: [...says.choices, ...resumed, ...(says.verify ? [personChoice(situation)] : [])],
    asking: says.asking,
    outcome: says.outcome,
    facts: says.facts,
    feedback: finished,
    ...scores(match, dialog),
    next: {
      dialogs: stack,
      parked,
      misses: 0,
      ...(finished && dialog !== null && { last: { intent: dialog, facts: says.known, close: [] } }),
    },
  });
}

function asksSomething(situation: Situation): boolean {
  const text = situation.incoming.text;
  if (text.includes('?')) return wordsOf(text).length > 1;
  if (wordsOf(text).length <= shortAnswer) return false;
  const opening = wordsOf(text).slice(0, shortAnswer).join(' ');
  return longestMention(opening, readingOf(situation).cues.question) !== null;
}

function readingOf(situation: Situation) {
  const reading = situation.knowledge.reading[situation.language];
  if (reading === undefined) throw new RangeError(`No reading for ${situation.language}`);
  return reading;
}

const forms: readonly DialogId[] = ['eligibility', 'quote', 'reimbursement', 'deadline'];

export function dialogIn(intent: string): DialogId | null {
  return forms.find((form) => form === intent) ?? null;
}

export function formChoice(situation: Situation, dialog: DialogId): Choice {
  return { label: titleOf(situation, dialog), value: `topic:${dialog}` };
}
