import { pendingChoice } from '../choices/follow-choice.ts';
import { continueForm } from '../forms/interview.ts';
import type { Listener } from '../listener.ts';

/** The open form's turn: a choice of its question, an answer, a digression, or neither. */
export const openForm: Listener = {
  name: 'open-form',
  hear: async (asked) => {
    if (asked.dialogs.standing(asked.state.dialogs) === null) return null;
    return (await pendingChoice(asked)) ?? continueForm(asked, asked.match);
  },
};
