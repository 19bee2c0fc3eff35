import { choiceMade, follow } from '../choices/follow-choice.ts';
import type { Listener } from '../listener.ts';

/** One of the choices under the last reply. */
export const choice: Listener = {
  name: 'choice',
  hear: (asked) => {
    const picked = choiceMade(asked);
    return picked === null ? null : follow(asked, picked);
  },
};
