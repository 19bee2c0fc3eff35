import type { Listener } from '../listener.ts';
import { nextTopic } from '../topics/find-next-topic.ts';

/** "Who pays the difference?": what is often asked after what was said last. */
export const followUp: Listener = {
  name: 'follow-up',
  hear: (asked) => nextTopic(asked, asked.match),
};
