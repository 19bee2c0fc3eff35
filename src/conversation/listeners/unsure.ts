import { decline, whichOne } from '../topics/clarify.ts';
import type { Listener } from '../listener.ts';

/** Which of three, or none of ours: it always speaks, so it stands last. */
export const unsure: Listener = {
  name: 'unsure',
  hear: (asked) => (asked.match.kind === 'clarify' ? whichOne(asked, asked.match) : decline(asked, asked.match)),
};
