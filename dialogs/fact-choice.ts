import { choiceOf } from '../src/conversation/choices/choice-value.ts';
import type { Choice } from '../src/conversation/reply.ts';
import type { Voice } from '../src/voice/voice.ts';

/** A choice that stands for a field's value; the turn reads it back. */
export function factChoice(field: string, value: string | number | boolean, label: string): Choice {
  return choiceOf(label, { kind: 'fact', field, value });
}

/** "I don't know" is an answer to every question. */
export function unknownChoice(field: string, voice: Voice): Choice {
  return factChoice(field, 'unknown', voice.phrase('dialog:dont-know'));
}

export function yesNoChoices(field: string, voice: Voice): Choice[] {
  return [
    factChoice(field, true, voice.phrase('dialog:yes')),
    factChoice(field, false, voice.phrase('dialog:no')),
    unknownChoice(field, voice),
  ];
}
