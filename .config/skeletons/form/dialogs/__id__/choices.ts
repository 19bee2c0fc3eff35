import type { Choice } from '../../src/conversation/reply.ts';
import type { Voice } from '../../src/voice/voice.ts';
import { unknownChoice, yesNoChoices } from '../fact-choice.ts';

export function choicesFor(field: string, voice: Voice): Choice[] {
  return field === 'done' ? yesNoChoices('done', voice) : [unknownChoice(field, voice)];
}
