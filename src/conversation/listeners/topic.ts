import { answerFirst } from '../topics/answer-first.ts';
import type { Listener } from '../listener.ts';

/** A topic that the matcher is sure of, and the form of their own case where it is one. */
export const topic: Listener = {
  name: 'topic',
  hear: (asked) => {
    const best = asked.match.ranked[0]?.intent;
    return asked.match.kind === 'answer' && best !== undefined ? answerFirst(asked, best, asked.match) : null;
  },
};
