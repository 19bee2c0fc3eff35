import type { Product } from '../../src/core/fees/index.ts';
import type { Choice } from '../../src/conversation/reply.ts';
import type { OffersFile } from '../../src/knowledge/schema.ts';
import type { Voice } from '../../src/voice/voice.ts';
import { factChoice } from '../fact-choice.ts';
import { nameOf, together } from './products.ts';

export function productChoices(offers: OffersFile, voice: Voice): Choice[] {
  const ids = offers.products.map(({ id }) => id);
  const single = ids.map((id) => factChoice('product', id, nameOf(id, voice.language, offers)));
  return [...single, factChoice('product', ids.join(together), voice.say('both'))];
}

export function termChoices({ terms }: Product, voice: Voice): Choice[] {
  return terms.flatMap(({ term, months }) =>
    months === undefined ? [] : [factChoice('term', term, voice.quantity('months', months))],
  );
}
