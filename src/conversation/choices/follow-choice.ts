import { answer } from '../topics/answer-topic.ts';
import { parseChoice } from './choice-value.ts';
import { chosen } from './find-choice.ts';
import { carryOut, resume } from '../commands/carry-out.ts';
import { isWhole } from '../commands/read-command.ts';
import { askedIn, formIn } from '../forms/dialogs.ts';
import { goOn, startForm } from '../forms/interview.ts';
import { changeDecided, takeBackDecided } from '../forms/look-back.ts';
import { ofCase } from '../forms/of-case.ts';
import type { Choice } from '../reply.ts';
import { dialogTurn, type Said, type Situation } from '../said.ts';
import type { ReadingFile } from '../../knowledge/conversation-schema.ts';
import { ofEach } from '../../text/remember.ts';
import { isOneOf, wordsOf } from '../../text/typed-words.ts';

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
  if (standing.confirming) {
    const confirmed = await confirmation(situation);
    if (confirmed !== null) return confirmed;
  }
  const told = dialogs.read(standing.dialog, incoming.text, askedIn(standing), turn, standing.facts);
  if (Object.keys(told).length > 0) return null;
  const { says } = await dialogs.continue(state.dialogs, { kind: 'ask-again' }, turn);
  // "No" to "which of the two?" is none to the question that comes next.
  if (says.asking !== standing.asking) return null;
  const choice = chosen(incoming.text, says.choices, reading, true);
  return choice === null ? null : follow(situation, choice);
}

/** "Yes", "no, it's not": what was heard stands, or is asked again. A value said behind it is an answer of its own. */
async function confirmation(situation: Situation): Promise<Said | null> {
  const { incoming, state, knowledge, language, dialogs } = situation;
  const reading = knowledge.reading[language];
  const standing = dialogs.standing(state.dialogs);
  const turn = dialogTurn(situation);
  const told = standing === null ? {} : dialogs.read(standing.dialog, incoming.text, null, turn, standing.facts);
  if (reading === undefined || Object.keys(told).length > 0) return null;
  const { says } = await dialogs.continue(state.dialogs, { kind: 'ask-again' }, turn);
  const opens = (words: readonly string[]) =>
    isWhole(incoming.text, words, reading) || isOneOf(wordsOf(incoming.text)[0] ?? '', words);
  const picked = opens(yesOrAgreed(reading)) ? says.choices[0] : opens(reading.no) ? says.choices[1] : null;
  return picked == null ? null : follow(situation, picked);
}

const yesOrAgreed = ofEach(({ yes, agreed }: ReadingFile) => [...yes, ...agreed]);

/** Does what a choice stands for; null where it means nothing here. */
export async function follow(situation: Situation, choice: Choice): Promise<Said | null> {
  const value = parseChoice(choice.value);
  if (value === null) return null;
  const inForm = situation.dialogs.standing(situation.state.dialogs) !== null;
  switch (value.kind) {
    case 'topic': {
      const form = formIn(situation.knowledge, value.topic);
      if (form !== null) return startForm(ofCase(situation, null), form, value.told ?? {}, null);
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
    case 'take-back':
      return inForm ? goOn(situation, value) : takeBackDecided(situation, value.fields);
  }
}
