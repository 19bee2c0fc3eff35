import type { Listener } from '../listener.ts';
import { phrase, said } from '../said.ts';

/** Signs alone; a flag is a country. */
export const unreadable: Listener = {
  name: 'unreadable',
  hear: (asked) =>
    /[\p{L}\p{N}\p{Regional_Indicator}?👍👎]/u.test(asked.incoming.text)
      ? null
      : said('clarify', phrase(asked, 'nothing-to-read'), { next: {} }),
};
