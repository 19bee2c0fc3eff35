import type { Listener } from '../listener.ts';
import { answerAge } from '../topics/answer-age.ts';

/** "And if I am over 26?": of what was answered last, and no question about registering. */
export const ageTold: Listener = {
  name: 'age-told',
  hear: (asked) => answerAge(asked, asked.match),
};
