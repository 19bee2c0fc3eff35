import type { Listener } from '../listener.ts';
import { answerForFamily } from '../topics/answer-for-family.ts';

/** "Is it the same for my wife?": whether what was answered last holds for somebody else. */
export const sameForFamily: Listener = {
  name: 'same-for-family',
  hear: (asked) => answerForFamily(asked),
};
