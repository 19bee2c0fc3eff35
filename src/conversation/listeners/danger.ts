import type { Listener } from '../listener.ts';
import { emergency } from '../result/tell-emergency-numbers.ts';

/** Danger that is happening, before everything else that a person says, whatever is open. */
export const danger: Listener = {
  name: 'danger',
  hear: (asked) => (asked.danger?.degree === 'certain' ? emergency(asked, asked.danger) : null),
};
