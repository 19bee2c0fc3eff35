import { bareYesOrNo } from '../commands/bare-yes-or-no.ts';
import type { Listener } from '../listener.ts';

/** A bare yes or no outside a form is about what the last reply asked: which one, a person, or whether it helped. */
export const yesOrNo: Listener = {
  name: 'yes-or-no',
  hear: (asked) => (asked.command === null ? bareYesOrNo(asked) : null),
};
