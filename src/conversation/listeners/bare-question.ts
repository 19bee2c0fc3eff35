import type { Listener } from '../listener.ts';
import { aboutWhat, askedBare, nextTopic, nothingOnThat, ownSubject, saidAlready } from '../topics/find-next-topic.ts';

/** "By when?": a question that does not say about what, so about what was said last. */
export const bareQuestion: Listener = {
  name: 'bare-question',
  hear: (asked) =>
    askedBare(asked) === null
      ? null
      : (saidAlready(asked) ??
        nextTopic(asked, asked.match) ??
        ownSubject(asked, asked.match) ??
        nothingOnThat(asked) ??
        aboutWhat(asked)),
};
