import type { Refusal } from '../src/core/decision.ts';
import type { DialogTurn } from '../src/conversation/dialogs.ts';
import type { Speaker } from '../src/conversation/say.ts';
import type { Look } from './form.ts';

/** What the core refuses, in the reader's language. `renamed`: inputs of the core that the form asks for under another name. */
export function refused(
  errors: readonly Refusal[],
  turn: DialogTurn,
  speaker: Speaker,
  renamed: Readonly<Record<string, string>> = {},
): Look {
  return {
    kind: 'refused',
    fields: errors.map(({ path }) => renamed[path] ?? path),
    text: errors
      .slice(0, 1)
      .map(({ accepted }) => speaker.text(turn.language, accepted, turn.on))
      .map((accepted) => speaker.say(turn.language, 'dialog:cannot-be', { accepted }, turn.on))
      .join(''),
  };
}
