import { addDays, lastDayOfTerm, nextOnOrAfter, type Day } from '../day.ts';
import type { Refusal } from '../decision.ts';
import type { QuoteItem } from './request.ts';
import { monthsOf, type Offers, type Product, type Term, type YearlyCover } from './offers.ts';
import { refusedTerm } from './refused-term.ts';

/** One purchase of one term, with the days that it covers. */
export type Purchase = { readonly product: Product; readonly term: Term; readonly from: Day; readonly to: Day };

export type Purchases =
  | { readonly kind: 'found'; readonly purchases: readonly Purchase[] }
  | { readonly kind: 'unanswerable'; readonly errors: readonly Refusal[] };

/** What a basket buys, in its order; every item that the desk does not sell is named with what it does sell. */
export function purchasesOf(items: readonly QuoteItem[], on: Day, offers: Offers): Purchases {
  const found = items.map((item, index) => find(item, index, offers));
  const errors = found.flatMap((each) => (each.kind === 'refused' ? [each.error] : []));
  if (errors.length > 0) return { kind: 'unanswerable', errors };
  const bought = found.flatMap((each) => (each.kind === 'sold' ? Array.from({ length: each.times }, () => each) : []));
  return { kind: 'found', purchases: bought.map((each, index) => covered(each, bought.slice(0, index), on)) };
}

/** The first yearly end on or after a purchase, itself included (S0-20, S0-25). */
export function yearlyEnd(cover: YearlyCover, on: Day): Day {
  return nextMonthDay(on, cover.until);
}

/** @param monthDay `MM-DD` */
export function nextMonthDay(on: Day, monthDay: string): Day {
  return nextOnOrAfter(on, Number(monthDay.slice(0, 2)), Number(monthDay.slice(3)));
}

type Sold = { readonly kind: 'sold'; readonly product: Product; readonly term: Term; readonly times: number };
type Found = Sold | { readonly kind: 'refused'; readonly error: Refusal };

function find(item: QuoteItem, index: number, offers: Offers): Found {
  const product = offers.products.find(({ id }) => id === item.product);
  if (product === undefined) {
    const values = offers.products.map(({ id }) => id).join(', ');
    return {
      kind: 'refused',
      error: { path: `items.${index}.product`, accepted: { key: 'api:accepted.one-of', with: { values } } },
    };
  }
  const onlyTerm = product.terms.length === 1 ? product.terms[0] : undefined;
  const term = item.term === undefined ? onlyTerm : product.terms.find((each) => each.term === item.term);
  if (term === undefined)
    return { kind: 'refused', error: refusedTerm(`items.${index}.term`, product, item.term ?? '') };
  return { kind: 'sold', product, term, times: item.times ?? 1 };
}

/**
 * Cover begins the day after payment (S0-32). Months bought of the same product follow one another; they are counted from
 * the first day of the first, so that a short month in between takes nothing from the later ones.
 */
function covered({ product, term }: Sold, before: readonly Sold[], on: Day): Purchase {
  const start = addDays(on, 1);
  if (product.cover !== 'months-from-next-day') return { product, term, from: start, to: yearlyEnd(product.cover, on) };
  const months = before
    .filter((each) => each.product === product)
    .reduce((total, each) => total + monthsOf(each.term), 0);
  const from = months === 0 ? start : addDays(lastDayOfTerm(start, months), 1);
  return { product, term, from, to: lastDayOfTerm(start, months + monthsOf(term)) };
}
