import type { Text } from '../../src/core/decision.ts';
import { parseQuote, quote as priceOf, type Product, type QuoteItem } from '../../src/core/fees/index.ts';
import type { Grounds } from '../../src/core/grounds.ts';
import type { Facts } from '../../src/conversation/forms/dialogs.ts';
import type { Params } from '../../src/voice/speaker.ts';
import type { OffersFile } from '../../src/knowledge/schema.ts';
import type { Voice } from '../../src/voice/voice.ts';
import { defineForm } from '../define-form.ts';
import { asks, type Look } from '../look.ts';
import { productChoices, termChoices } from './choices.ts';
import { quoted } from './decision.ts';
import { productsOf, soldByMonths } from './products.ts';
import { readPurchase } from './read.ts';
import { toldFacts } from './told.ts';

/** What the desk sells, priced by the fee module. Facts: `product`, `term` (`P3M`), `times`. */
export const quote = defineForm({
  id: 'quote',
  needs: ['offers', 'grounds'],
  look: (known, { offers, grounds, voice }) => look(known, offers, grounds, voice),
  read: readPurchase,
  dependents: (field) => (field === 'product' || field === 'term' ? ['times'] : []),
  told: (facts, { offers, voice }) => toldFacts(facts, offers, voice),
});

function look(known: Facts, offers: OffersFile, grounds: Grounds, voice: Voice): Look {
  const products = productsOf(known, offers);
  if (products.length === 0) return asks('product', voice, productChoices(offers, voice));
  const monthly = products.find(soldByMonths);
  if (monthly !== undefined && typeof known['term'] !== 'string')
    return asks('term', voice, termChoices(monthly, voice));
  const parsed = parseQuote({ items: products.map((product) => itemOf(product, known)), on: voice.on });
  if (parsed.kind === 'invalid') return notSold(parsed.errors[0]?.accepted, offers, voice);
  const priced = priceOf(parsed.value, offers, grounds);
  return priced.kind === 'unanswerable'
    ? notSold(priced.errors[0]?.accepted, offers, voice)
    : quoted(priced, offers, voice);
}

/** The core names terms as the data does; a student reads months. */
function notSold(accepted: Text | undefined, offers: OffersFile, voice: Voice): Look {
  const reason = accepted?.key.split('.').at(-1) ?? 'term';
  const sold = offers.products.flatMap(({ terms }) => terms.flatMap(({ months }) => months ?? []));
  const terms = sold.map((months) => voice.quantity('months', months)).join(', ');
  const text = voice.has(`dialog:quote.refused.${reason}`)
    ? voice.say(`refused.${reason}`, { ...(accepted?.with as Params | undefined), terms })
    : voice.say('refused.term', { terms });
  return { kind: 'refused', fields: ['term'], text };
}

function itemOf(product: Product, known: Facts): QuoteItem {
  if (!soldByMonths(product)) return { product: product.id };
  const times = typeof known['times'] === 'number' ? known['times'] : 1;
  return { product: product.id, term: String(known['term']), times };
}
