import type { DialogSays } from './dialogs.ts';
import { phrase, type Situation } from '../said.ts';
import { topicsBefore, type ConversationState } from '../state.ts';

/** What was decided stays at hand for "change my answers", whatever is asked in between. */
export function decidedNow(
  { state }: Situation,
  dialog: string,
  { known: facts, about }: DialogSays,
): Partial<ConversationState> {
  const whose = about === null ? {} : { about };
  return {
    last: { intent: dialog, facts, ...whose, close: [], before: topicsBefore(state) },
    decided: { form: dialog, facts, ...whose },
  };
}

/** Another person's case is said to be theirs: the questions and the outcome speak to "you". */
export function underWhose(situation: Situation, about: string | null, text: string): string {
  return about === null ? text : `${phrase(situation, 'case.other')}\n\n${text}`;
}
