import type { Listener } from '../listener.ts';
import { phrase, said } from '../said.ts';

/** Signs alone. */
export const unreadable: Listener = {
  name: 'unreadable',
  hear: (asked) =>
    /[\p{L}\p{N}?👍👎]/u.test(asked.incoming.text)
      ? null
      : said('clarify', phrase(asked, 'nothing-to-read'), { next: {} }),
};
