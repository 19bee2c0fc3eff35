import type { DialogTurn } from '../src/conversation/dialogs.ts';
import type { Choice } from '../src/conversation/reply.ts';
import type { Speaker } from '../src/conversation/say.ts';

/** A choice that stands for a field's value; the turn reads it back. */
export function factChoice(field: string, value: string | number | boolean, label: string): Choice {
  return { label, value: `fact:${field}=${JSON.stringify(value)}` };
}

/** "I don't know" is an answer to every question. */
export function unknownChoice(field: string, speaker: Speaker, turn: DialogTurn): Choice {
  return factChoice(field, 'unknown', speaker.say(turn.language, 'dialog:dont-know', {}, turn.on));
}

export function yesNoChoices(field: string, speaker: Speaker, turn: DialogTurn): Choice[] {
  const say = (key: string) => speaker.say(turn.language, `dialog:${key}`, {}, turn.on);
  return [
    factChoice(field, true, say('yes')),
    factChoice(field, false, say('no')),
    unknownChoice(field, speaker, turn),
  ];
}
