import type { Listener } from '../listener.ts';
import { answerThings } from '../topics/answer-things.ts';

/** "What are the CSS and the CVEC?": several things, each asked about by its name. */
export const things: Listener = {
  name: 'things',
  hear: (asked) => answerThings(asked),
};
