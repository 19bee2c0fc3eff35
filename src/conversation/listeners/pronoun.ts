import { answer } from '../topics/answer-topic.ts';
import type { Listener } from '../listener.ts';
import { topicReferredTo } from '../topics/resolve-pronoun.ts';

/** "How long does it take?": a word that stands for what was spoken of. */
export const pronoun: Listener = {
  name: 'pronoun',
  hear: (asked) => {
    const topic = topicReferredTo(asked, asked.match);
    return topic === null ? null : answer(asked, topic, asked.match);
  },
};
