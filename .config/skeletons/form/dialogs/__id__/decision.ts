import type { Facts } from '../../src/conversation/forms/dialogs.ts';
import type { Voice } from '../../src/voice/voice.ts';
import { finished, type Look } from '../look.ts';

/** A rule of its own belongs in src/core/, with the facts it rests on. */
export function decided({ done, months }: Facts, voice: Voice): Look {
  const kind = done === true ? 'done' : 'open';
  return finished(voice.say(`outcome.${kind}`), { kind, months });
}
