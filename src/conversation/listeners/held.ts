import type { Listener } from '../listener.ts';
import { askedOfHandover } from '../person/answer-about-handover.ts';
import { backToProgram, holdBack, isHeld } from '../person/hold-back.ts';

/** While a colleague is at it: silence, but for "back to the bot" and "delete my data". Danger stands before it. */
export const held: Listener = {
  name: 'held',
  hear: (asked) => {
    if (asked.command?.kind === 'erase' || !isHeld(asked)) return null;
    return askedOfHandover(asked)?.cue === 'bot' ? backToProgram(asked) : holdBack(asked);
  },
};
