import type { Facts, ToldHere } from '../../src/conversation/forms/dialogs.ts';
import type { Item } from '../../src/hearing/index.ts';
import type { OffersFile } from '../../src/knowledge/schema.ts';
import type { Hears } from '../define-form.ts';
import { toldHere } from '../told-here.ts';
import { productsOf, soldByMonths, together } from './products.ts';

/** What is to be bought: heard as items, kept as `product`, `term` and `times`. */
export function readPurchase(
  utterance: string,
  asked: string | null,
  { turn, known, offers, hearing }: Hears & { readonly offers: OffersFile },
): ToldHere {
  const told = { items: productsOf(known, offers).map(({ id }) => ({ product: id })) };
  return toldHere(hearing.hear(utterance, { ...turn, form: 'quote', asked, told }), (field, value) =>
    field === 'items' ? bought(value as readonly Item[], offers, known, asked) : { [field]: value },
  );
}

/** Told again without what is new, a basket says nothing. */
function bought(items: readonly Item[], offers: OffersFile, known: Facts, asked: string | null): Facts {
  const wanted = offers.products.filter(({ id }) => items.some(({ product }) => product === id));
  const product = wanted.map(({ id }) => id).join(together);
  const monthly = wanted.find(soldByMonths);
  const item = items.find((one) => one.product === monthly?.id && one.term !== undefined);
  return {
    // Asked for how long, months name no other product; "only the medical one" does.
    ...(product !== '' &&
      product !== known['product'] &&
      !(asked === 'term' && product === monthly?.id && item !== undefined) && { product }),
    ...(item !== undefined && { term: item.term, times: item.times ?? 1 }),
  };
}
