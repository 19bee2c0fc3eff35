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
  const form = open?.dialog ?? formIn(knowledge, intent) ?? knowledge.forms[0];
  if (form === undefined) return [];
  const hear = (about: string | null) => {
    const turn = { ...dialogTurn(situation), about };
    return dialogs.hear(form, incoming.text, open === null ? null : askedIn(open), turn, open?.facts ?? {}).heard;
  };
  const { about } = situation.whose;
  return about === null ? hear(null) : ofAnother(hear(about), hear(null));
}

/** What was heard of the person asked about is another's; the rest is whose it is heard to be without them. */
function ofAnother(heard: readonly HeardFact[], plain: readonly HeardFact[]): readonly HeardFact[] {
  const theirs = heard.filter((fact) => fact.for === 'student').map((fact) => ({ ...fact, for: 'other' as const }));
  const isTheirs = ({ field, words }: HeardFact) => theirs.some((one) => one.field === field && one.words === words);
  return [...theirs, ...plain.filter((fact) => !isTheirs(fact))];
}

function factChosen(situation: Situation): HeardFact | null {
  const choice = choiceMade(situation);
  const value = choice === null ? null : parseChoice(choice.value);
  return value?.kind === 'fact' && choice !== null
    ? { field: value.field, value: value.value, words: choice.label, for: 'student' }
    : null;
}
