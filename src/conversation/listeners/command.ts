import { carryOut } from '../commands/carry-out.ts';
import { isAnswered } from '../inside/is-answered.ts';
import type { Asked, Listener } from '../listener.ts';
import { wordsOf } from '../../text/typed-words.ts';

/** "back", "talk to a person", "en français svp": where the command means something. */
export const command: Listener = {
  name: 'command',
  hear: (asked) => (asked.command === null || isNationality(asked) ? null : carryOut(asked, asked.command)),
};

/** "Spanish", asked for a nationality, is one: the name of a language alone switches to it everywhere else. */
function isNationality(asked: Asked): boolean {
  return (
    asked.command?.kind === 'language' &&
    wordsOf(asked.incoming.text).length === 1 &&
    asked.dialogs.standing(asked.state.dialogs) !== null &&
    isAnswered(asked, asked.match)
  );
}
