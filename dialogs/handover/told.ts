import type { Facts, Told } from '../../src/conversation/forms/dialogs.ts';
import type { Voice } from '../../src/voice/voice.ts';

export function toldFacts({ concern }: Facts, voice: Voice): readonly Told[] {
  return typeof concern === 'string' && concern !== 'unknown'
    ? [{ field: 'concern', text: voice.say('told.concern', { concern }) }]
    : [];
}
