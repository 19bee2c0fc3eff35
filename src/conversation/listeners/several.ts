import type { Listener } from '../listener.ts';
import { answerSeveral } from '../topics/answer-several.ts';

/** Several questions in one message, or one in a tale. */
export const several: Listener = {
  name: 'several',
  hear: (asked) => answerSeveral(asked, asked.match),
};
