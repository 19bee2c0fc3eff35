import type { Listener } from '../listener.ts';
import { answerBare } from '../topics/answer-bare.ts';

/** "By when?": a question that does not say about what, so about what was said last. */
export const bareQuestion: Listener = {
  name: 'bare-question',
  hear: (asked) => answerBare(asked, asked.match),
};
