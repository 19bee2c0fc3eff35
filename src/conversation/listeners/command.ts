import { carryOut } from '../commands/carry-out.ts';
import type { Listener } from '../listener.ts';

/** "back", "talk to a person", "en français svp": where the command means something. */
export const command: Listener = {
  name: 'command',
  hear: (asked) => (asked.command === null ? null : carryOut(asked, asked.command)),
};
