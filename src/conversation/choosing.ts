import { answer } from './answering.ts';
import { chosen } from './choices.ts';
import { carryOut, resume } from './commanding.ts';
import type { Command } from './commands.ts';
import { dialogIn, type Facts } from './dialogs.ts';
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

/** What a choice stands for: `topic:<id>`, `command:<name>`, `fact:<field>=<json>`, `change:<field>`, `language:<tag>`, `resume`. */
export async function follow(situation: Situation, choice: Choice): Promise<Said | null> {
  const [kind, rest] = splitOnce(choice.value, ':');
  const inForm = situation.dialogs.standing(situation.state.dialogs) !== null;
  if (kind === 'resume') return resume(situation);
  if (kind === 'topic') {
    const [topic, told] = splitOnce(rest, '=');
    const form = dialogIn(topic);
    if (form !== null) return startForm(situation, form, told === '' ? {} : (JSON.parse(told) as Facts), null);
    return situation.knowledge.answers.has(topic) ? answer(situation, topic, null) : null;
  }
  if (kind === 'command') return carryOut(situation, { kind: rest } as Command);
  if (kind === 'language') return carryOut(situation, { kind: 'language', language: rest });
  if (kind === 'fact' && inForm) return goOn(situation, factChosen(rest));
  if (kind === 'change')
    return inForm ? goOn(situation, { kind: 'change', field: rest }) : changeDecided(situation, rest);
  return null;
}

function factChosen(text: string) {
  const [field, value] = splitOnce(text, '=');
  return { kind: 'facts', facts: { [field]: JSON.parse(value) as unknown } } as const;
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}
