import type { Listener } from '../listener.ts';
import { coreOf } from '../topics/find-core.ts';
import { isLong } from '../reading/find-questions.ts';

/**
 * A question that something is told around, understood together with it. What a long letter tells is told for its question: where
 * that is not understood, the rest of it begins nothing.
 */
export const tale: Listener = {
  name: 'tale',
  hear: (asked, later) => {
    const core = coreOf(asked, asked.match);
    if (core === null) return null;
    const isCut = isLong(asked.incoming.text) && core.match.kind !== 'answer';
    const incoming = isCut ? { ...asked.incoming, text: core.text } : asked.incoming;
    return later({ ...asked, incoming, match: core.match });
  },
};
