import type { Listener } from '../listener.ts';
import { stayWithLast } from '../topics/stay-with-last.ts';

/** "For my room": a few words that lead to another subject, and not surely, stay with the last. */
export const staying: Listener = {
  name: 'staying',
  hear: (asked) => (asked.match.kind === 'answer' ? stayWithLast(asked, asked.match) : null),
};

/** "It's been 2 months": a few words that nobody else had an answer to are about the last subject. */
export const leftOver: Listener = {
  name: 'left-over',
  hear: (asked) => stayWithLast(asked, asked.match),
};
