import { answer } from '../topics/answer-topic.ts';
import { topicOfCircumstance } from '../topics/find-circumstance.ts';
import type { Listener } from '../listener.ts';

/** "I don't have the card yet": what is told and asks nothing is a circumstance of what was answered last. */
export const circumstance: Listener = {
  name: 'circumstance',
  hear: (asked) => {
    const topic = topicOfCircumstance(asked);
    return topic === null ? null : answer(asked, topic, asked.match);
  },
};
