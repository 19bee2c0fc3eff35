import { answer } from './answering.ts';
import { parseChoice } from './choice-value.ts';
import { chosen } from './choices.ts';
import { carryOut, resume } from './commanding.ts';
import { formIn } from './dialogs.ts';
import { goOn, startForm } from './interviewing.ts';
import { changeDecided } from './looking-back.ts';
import type { Choice } from './reply.ts';
import { dialogTurn, type Said, type Situation } from './said.ts';

/** The choice of the last reply that the message is, or null. */
export function choiceMade(situation: Situation): Choice | null {
  const { state, incoming, knowledge, language } = situation;
  const reading = knowledge.reading[language];
  const standing = situation.dialogs.standing(state.dialogs);
  return reading === undefined ? null : chosen(incoming.text, state.offered, reading, standing === null);
}

/**
 * The choices of the pending question stay open whatever was said in between; a bare number is first an answer ("10"
 * months), then the choice in that place.
 */
export async function pendingChoice(situation: Situation): Promise<Said | null> {
  const { incoming, state, knowledge, language, dialogs } = situation;
  const standing = dialogs.standing(state.dialogs);
  const reading = knowledge.reading[language];
  if (standing === null || reading === undefined) return null;
  const turn = dialogTurn(situation);
  const told = dialogs.read(standing.dialog, incoming.text, standing.asking, turn, standing.facts);
  if (Object.keys(told).length > 0) return null;
  const { says } = await dialogs.continue(state.dialogs, { kind: 'ask-again' }, turn);
  const choice = chosen(incoming.text, says.choices, reading, true);
  return choice === null ? null : follow(situation, choice);
}

/** Does what a choice stands for; null where it means nothing here. */
export async function follow(situation: Situation, choice: Choice): Promise<Said | null> {
  const value = parseChoice(choice.value);
  if (value === null) return null;
  const inForm = situation.dialogs.standing(situation.state.dialogs) !== null;
  switch (value.kind) {
    case 'topic': {
      const form = formIn(situation.knowledge, value.topic);
      if (form !== null) return startForm(situation, form, value.told ?? {}, null);
      return situation.knowledge.answers.has(value.topic) ? answer(situation, value.topic, null) : null;
    }
    case 'command':
      return carryOut(situation, { kind: value.command });
    case 'language':
      return carryOut(situation, value);
    case 'resume':
      return resume(situation);
    case 'fact':
      return inForm ? goOn(situation, { kind: 'facts', facts: { [value.field]: value.value } }) : null;
    case 'change':
      return inForm ? goOn(situation, value) : changeDecided(situation, value.field);
  }
}
