import type { Listener } from '../listener.ts';
import { coreOf } from '../topics/find-core.ts';

/** A long letter that is not understood as it stands: what it asks is taken by itself, without what else it tells. */
export const tale: Listener = {
  name: 'tale',
  hear: (asked, later) => {
    const core = coreOf(asked, asked.match);
    if (core === null) return null;
    return later({ ...asked, incoming: { ...asked.incoming, text: core.text }, match: core.match });
  },
};
