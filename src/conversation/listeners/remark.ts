import { answerFirst } from '../topics/answer-first.ts';
import { askedAfterRemark } from '../topics/leave-remark.ts';
import type { Listener } from '../listener.ts';

/** One question with something told in front of it, in one sentence. */
export const remark: Listener = {
  name: 'remark',
  hear: (asked) => {
    const found = askedAfterRemark(asked, asked.match);
    return found === null ? null : answerFirst(asked, found.topic, found.match);
  },
};
