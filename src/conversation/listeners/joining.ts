import { greet } from '../commands/carry-out.ts';
import type { Listener } from '../listener.ts';

/** Somebody opened the conversation and has said nothing yet. */
export const joining: Listener = {
  name: 'joining',
  hear: (asked) => (asked.incoming.kind === 'join' ? greet(asked) : null),
};
