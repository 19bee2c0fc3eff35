import { cents, sum, type Cents } from '../money.ts';
import type { Product, Term } from './offers.ts';

/** Purchases that cover a number of months, longest first, and what they cost with each one's own expenses. */
export type Way = { readonly terms: readonly Term[]; readonly price: Cents };

/** The cheapest purchases that cover exactly so many months, the fewest of equal price; null when none add up to them. */
export function cheapestWay(product: Product, months: number): Way | null {
  const best: (Way | null)[] = [{ terms: [], price: cents(0) }];
  for (let reached = 1; reached <= months; reached += 1) {
    const ways = product.terms.flatMap((term) => {
      const rest = term.months === undefined ? null : (best[reached - term.months] ?? null);
      return rest === null ? [] : [wayOf([...rest.terms, term])];
    });
    best.push(ways.toSorted((a, b) => a.price - b.price || a.terms.length - b.terms.length)[0] ?? null);
  }
  return best[months] ?? null;
}

/** The shortest term sold at once that lasts longer, or null. */
export function nextLongerTerm(product: Product, months: number): Term | null {
  const longer = product.terms.filter((term) => (term.months ?? 0) > months);
  return longer.toSorted((a, b) => (a.months ?? 0) - (b.months ?? 0))[0] ?? null;
}

/** Months bought in a row: `3 + 1`. */
export function monthsInARow(terms: readonly Term[]): string {
  return terms.map(({ months = 0 }) => months).join(' + ');
}

export function priceOf(terms: readonly Term[]): Cents {
  return sum(terms.flatMap(({ insurance, expenses }) => [insurance, expenses]));
}

function wayOf(terms: readonly Term[]): Way {
  return { terms: terms.toSorted((a, b) => (b.months ?? 0) - (a.months ?? 0)), price: priceOf(terms) };
}
