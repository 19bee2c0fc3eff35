import type { Match } from '../../core/matching/matcher.ts';
import { isQuestion } from '../reading/recognise-question.ts';
import { afterHandover, formIn, type DialogInput, type Facts } from '../forms/dialogs.ts';
import type { Effect } from '../reply.ts';
import { resumeChoices } from '../forms/offer-resume.ts';
import { dialogTurn, phrase, said, type Said, type Situation } from '../said.ts';
import { isOneOf, wordsOf } from '../../text/typed-words.ts';
import { isSmallTalk } from '../topics/judge-subject.ts';

/** An answer to the parked form's question is this short; more words are for the person. */
const shortAnswer = 4;

/**
 * What is said while the desk's questions after a hand-over stand open. Null when it is no answer to them: a question, a
 * greeting, another task, or an answer to the form that was left. Nothing is lost then: the hand-over is made.
 */
export async function tellMore(situation: Situation, match: Match): Promise<Said | null> {
  const standing = situation.dialogs.standing(situation.state.dialogs);
  if (standing?.dialog !== afterHandover || answersParked(situation)) return null;
  if (!leftOut(situation) && isOfItsOwn(situation, match)) return null;
  const told = situation.dialogs.read(
    afterHandover,
    situation.incoming.text,
    standing.asking,
    dialogTurn(situation),
    standing.facts,
  );
  return takeForPerson(situation, { kind: 'facts', facts: told });
}

/** One step of the hand-over's questions; what is new travels after it. */
export async function takeForPerson(situation: Situation, input: DialogInput): Promise<Said> {
  const { state, dialogs } = situation;
  const before = dialogs.standing(state.dialogs)?.facts ?? {};
  const { stack, says } = await dialogs.continue(state.dialogs, input, dialogTurn(situation));
  const done = stack === null;
  const kept = done ? { reference: before['reference'], ...noteOf(says.known) } : null;
  return said('dialog', says.text, {
    intent: afterHandover,
    card: says.card,
    asking: says.asking,
    quotes: [noteOf(says.known).concern ?? []].flat(),
    outcome: kept === null ? null : { kind: 'handed-over', ...kept },
    choices: [...says.choices, ...resumeChoices(situation, state.parked)],
    effects: noteEffects(before, says.known),
    next: { dialogs: stack, misses: 0 },
  });
}

/** "Cancel", "start again": the questions end, the hand-over stands. */
export function leaveHandover(situation: Situation): Said {
  const reference = String(situation.dialogs.standing(situation.state.dialogs)?.facts['reference']);
  return said('command', phrase(situation, 'handover.stands', { reference }), {
    choices: resumeChoices(situation, situation.state.parked),
    next: { dialogs: null, misses: 0 },
  });
}

function answersParked({ dialogs, state, incoming, knowledge, language }: Situation): boolean {
  const parked = dialogs.standing(state.parked);
  const asked = parked?.asking ?? null;
  if (parked === null || asked === null || wordsOf(incoming.text).length > shortAnswer) return false;
  const reading = knowledge.reading[language];
  if (isOneOf(incoming.text, reading?.yes ?? [], reading?.no ?? [], reading?.skip ?? [])) return false;
  const turn = { language, on: incoming.on };
  return asked in dialogs.read(parked.dialog, incoming.text, asked, turn, parked.facts);
}

/** "That's all" ends the questions, not the conversation. */
function leftOut({ incoming, knowledge, language }: Situation): boolean {
  return isOneOf(incoming.text, knowledge.reading[language]?.skip ?? []);
}

function isOfItsOwn(situation: Situation, match: Match): boolean {
  const best = match.ranked[0]?.intent;
  if (match.kind === 'decline' || best === undefined) return false;
  if (isQuestion(situation, situation.incoming.text)) return true;
  const smalltalk = isSmallTalk(situation, best);
  return match.kind === 'answer' && (smalltalk || formIn(situation.knowledge, best) !== null);
}

function noteEffects(before: Facts, known: Facts): readonly Effect[] {
  const note = noteOf(known);
  const isNew = JSON.stringify(note) !== JSON.stringify(noteOf(before));
  return isNew ? [{ kind: 'handover-note', reference: String(known['reference']), note }] : [];
}

function noteOf(facts: Facts): { readonly concern: string | null; readonly way: string | null } {
  const told = (field: string) => {
    const value = facts[field];
    return typeof value === 'string' && value !== 'unknown' ? value : null;
  };
  return { concern: told('concern'), way: told('way') };
}
