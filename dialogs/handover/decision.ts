import type { Facts } from '../../src/conversation/forms/dialogs.ts';
import { handoverCard } from '../../src/conversation/person/make-handover-card.ts';
import type { Voice } from '../../src/voice/voice.ts';
import { finished, type Look } from '../look.ts';
import { toldFacts } from './told.ts';

export function handedOver(known: Facts, voice: Voice): Look {
  const reference = String(known['reference']);
  const way = known['way'] === 'here' || known['way'] === 'desk' ? known['way'] : null;
  const concern = toldFacts({ concern: known['concern'] }, voice).map(({ text }) => text);
  const before = Array.isArray(known['told']) ? known['told'].map(String) : [];
  const card = handoverCard({ reference, told: [...concern, ...before], way }, voice);
  return finished(voice.say(`done.${way ?? 'skipped'}`, { reference }), null, { card });
}
