import type { Product } from '../../src/core/fees/index.ts';
import type { DialogTurn, Facts } from '../../src/conversation/dialogs.ts';
import { longestMention } from '../../src/conversation/words.ts';
import type { OffersFile } from '../../src/knowledge/schema.ts';
import type { Hearing } from '../define-form.ts';
import type { Reader } from '../reading/reader.ts';
import { productsOf, soldByMonths, together } from './products.ts';

export function readPurchase(
  utterance: string,
  asking: string | null,
  { turn, known, offers, reader }: Hearing & { readonly offers: OffersFile },
): Facts {
  const words = reader.reading(turn).mentions['product'] ?? {};
  const named = offers.products
    .filter(({ id }) => longestMention(utterance, words[id] ?? []) !== null)
    .map(({ id }) => id);
  const before = productsOf(known, offers).map(({ id }) => id);
  const wanted = wantedOf(named, before, utterance, turn, reader);
  const product =
    wanted.length > 0
      ? offers.products
          .map(({ id }) => id)
          .filter((id) => wanted.includes(id))
          .join(together)
      : null;
  const { months, numbers } = reader.measure(utterance, turn);
  const length = months[0] ?? (asking === 'term' ? numbers[0] : undefined);
  const monthly = offers.products.find(soldByMonths);
  return {
    ...(product !== null && product !== known['product'] && { product: withMonths(product, length, monthly) }),
    ...(length !== undefined && monthly !== undefined && termFor(length, monthly)),
  };
}

/** What is bought once "with RC, too" or "without RC" is said of what was asked for before. */
function wantedOf(
  named: readonly string[],
  before: readonly string[],
  utterance: string,
  turn: DialogTurn,
  reader: Reader,
): readonly string[] {
  if (reader.hasCue(utterance, turn, 'negation')) {
    const left = before.filter((id) => !named.includes(id));
    if (named.length > 0 && left.length > 0) return left;
  }
  return named.length > 0 && reader.hasCue(utterance, turn, 'added') ? [...before, ...named] : named;
}

/** "3 months plus RC" names the medical offer by its months. */
function withMonths(product: string, months: number | undefined, monthly: Product | undefined): string {
  if (months === undefined || monthly === undefined || product.split(together).includes(monthly.id)) return product;
  return [monthly.id, product].join(together);
}

/** So many months as one term, or as several of the longest in a row. */
function termFor(months: number, product: Product): Facts {
  const whole = Math.round(months);
  const sold = product.terms.flatMap((term) => (term.months === undefined ? [] : [term.months]));
  const longest = Math.max(...sold);
  if (!sold.includes(whole) && whole > longest && whole % longest === 0)
    return { term: `P${longest}M`, times: whole / longest };
  return { term: `P${whole}M`, times: 1 };
}
