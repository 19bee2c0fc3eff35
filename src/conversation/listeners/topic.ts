import { answer } from '../topics/answer-topic.ts';
import type { Listener } from '../listener.ts';

/** A topic that the matcher is sure of. */
export const topic: Listener = {
  name: 'topic',
  hear: (asked) => {
    const best = asked.match.ranked[0]?.intent;
    return asked.match.kind === 'answer' && best !== undefined ? answer(asked, best, asked.match) : null;
  },
};
