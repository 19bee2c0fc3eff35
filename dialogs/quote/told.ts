import type { Facts, Told } from '../../src/conversation/forms/dialogs.ts';
import type { OffersFile } from '../../src/knowledge/schema.ts';
import type { Voice } from '../../src/voice/voice.ts';
import { monthsIn, nameOf, productsOf } from './products.ts';

export function toldFacts(facts: Facts, offers: OffersFile, voice: Voice): readonly Told[] {
  const products = productsOf(facts, offers).map(({ id }) => nameOf(id, voice.language, offers));
  const times = typeof facts['times'] === 'number' ? facts['times'] : 1;
  const months = monthsIn(facts['term']) * times;
  return [
    ...(products.length > 0 ? [{ field: 'product', text: products.join(', ') }] : []),
    ...(months > 0 ? [{ field: 'term', text: voice.quantity('months', months) }] : []),
  ];
}
