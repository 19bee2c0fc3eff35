import type { Day } from '../../core/day.ts';
import { quote, type Offers, type Quote, type QuoteItem } from '../../core/fees/index.ts';
import type { Cents } from '../../core/money.ts';
import type { Content } from '../content.ts';
import { oneOf, type NotAccepted, type ReadInterpolation } from './interpolation.ts';
import { termOf } from './offer.ts';

const parts: Readonly<Record<string, (quoted: Quote) => Cents>> = {
  total: ({ total }) => total,
  without: ({ withoutBundle }) => withoutBundle,
  saved: ({ saved }) => saved,
  expenses: ({ expenses }) => expenses,
};

/** `quote PRODUCT [TERM] + PRODUCT [TERM] … total|without|saved|expenses`: what the fee module makes of a basket. */
export const quoteInterpolation: ReadInterpolation = (words, content) => {
  const part = words.at(-1) ?? '';
  const amount = Object.hasOwn(parts, part) ? parts[part] : undefined;
  if (amount === undefined) return { accepted: `at the end of a quote, ${oneOf(Object.keys(parts))}` };
  const basket = basketOf(words.slice(0, -1), content);
  if ('accepted' in basket) return basket;
  const quotedOn = (on: Day) => {
    const result = quote({ items: basket.items, on }, basket.offers, content.grounds);
    return result.kind === 'quoted' ? result : null;
  };
  return {
    say: ({ on, formats, say }) => {
      const quoted = quotedOn(on);
      return quoted === null ? say('no-figure') : formats.money(amount(quoted));
    },
    facts: (on) => quotedOn(on)?.facts ?? [],
  };
};

function basketOf(
  words: readonly string[],
  content: Content,
): { readonly items: QuoteItem[]; readonly offers: Offers } | NotAccepted {
  const wanted = words.join(' ').split(/\s*\+\s*/);
  const items: QuoteItem[] = [];
  for (const [product = '', term] of wanted.map((item) => item.split(' '))) {
    const sold = termOf(content, product, term);
    if ('accepted' in sold) return sold;
    items.push({ product, ...(term === undefined ? {} : { term }) });
  }
  const offers = [...content.offers.values()].find(({ products }) =>
    items.every((item) => products.some(({ id }) => id === item.product)),
  );
  return offers === undefined ? { accepted: 'a basket that one desk sells' } : { items, offers };
}
