import { parseChoice } from '../choices/choice-value.ts';
import { choiceMade } from '../choices/follow-choice.ts';
import { askedIn, formIn } from '../forms/dialogs.ts';
import type { HeardFact } from '../reply.ts';
import { dialogTurn, type Said, type Situation } from '../said.ts';
import { isWithoutWords } from '../without-words.ts';

/** What was heard in a message, for the trace: as the open form hears it, or the one that it began, or the first. */
export function factsHeard(situation: Situation, { listener, intent }: Said): readonly HeardFact[] {
  const { incoming, state, knowledge, dialogs } = situation;
  if (isWithoutWords(incoming)) return [];
  const chosen = listener === 'choice' ? factChosen(situation) : null;
  if (chosen !== null) return [chosen];
  const open = dialogs.standing(state.dialogs);
  if (open !== null)
    return dialogs.hear(open.dialog, incoming.text, askedIn(open), dialogTurn(situation), open.facts).heard;
  const form = formIn(knowledge, intent) ?? knowledge.forms[0];
  return form === undefined ? [] : dialogs.hear(form, incoming.text, null, dialogTurn(situation), {}).heard;
}

function factChosen(situation: Situation): HeardFact | null {
  const choice = choiceMade(situation);
  const value = choice === null ? null : parseChoice(choice.value);
  return value?.kind === 'fact' && choice !== null
    ? { field: value.field, value: value.value, words: choice.label, for: 'student' }
    : null;
}
