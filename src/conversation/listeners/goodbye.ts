import { takeLeave } from '../forms/take-leave.ts';
import type { Listener } from '../listener.ts';
import { goodbyeIn } from '../reading/recognise-goodbye.ts';

/** "Ok thanks, bye": no yes to an open question, and no thanks alone. */
export const goodbye: Listener = {
  name: 'goodbye',
  hear: (asked) =>
    goodbyeIn(asked.incoming.text, asked.knowledge.reading) === null ? null : takeLeave(asked, asked.match),
};
