import { answer } from '../topics/answer-topic.ts';
import { topicOfCircumstance } from '../topics/find-circumstance.ts';
import { topicOfDay } from '../topics/find-topic-of-day.ts';
import type { Asked, Listener } from '../listener.ts';
import type { Said } from '../said.ts';

/** "I don't have the card yet": what is told and asks nothing is a circumstance of what was answered last. */
export const circumstance: Listener = {
  name: 'circumstance',
  hear: (asked) => {
    const ofDay = topicOfDay(asked);
    if (ofDay !== null) return aside(asked, answer(asked, ofDay, asked.match));
    const topic = topicOfCircumstance(asked);
    return topic === null ? null : answer(asked, topic, asked.match);
  },
};

/** What was spoken of is so still: "how much?" next asks for its price. */
function aside({ state }: Asked, said: Said): Said {
  return { ...said, next: { ...said.next, last: state.last } };
}
