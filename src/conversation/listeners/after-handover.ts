import { aboutHandover } from '../person/answer-about-handover.ts';
import type { Listener } from '../listener.ts';

/** "Was it sent?", "when will they answer?" after a hand-over. */
export const afterAHandover: Listener = {
  name: 'after-handover',
  hear: (asked) => aboutHandover(asked),
};
