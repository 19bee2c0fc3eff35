import { cents, sum, type Cents } from '../money.ts';
import { monthsOf, type Product, type Term } from './offers.ts';

/** Purchases that cover a number of months, longest first, and what they cost with each one's own expenses. */
export type Way = { readonly terms: readonly Term[]; readonly price: Cents };

/** The cheapest purchases that cover exactly so many months, the fewest of equal price; null when none add up to them. */
export function cheapestWay(product: Product, months: number): Way | null {
  const best: (Way | null)[] = [{ terms: [], price: cents(0) }];
  for (let reached = 1; reached <= months; reached += 1) {
    const ways = product.terms.flatMap((term) => {
      const rest = best[reached - monthsOf(term)] ?? null;
      return rest === null ? [] : [wayOf([...rest.terms, term])];
    });
    best.push(ways.toSorted((a, b) => a.price - b.price || a.terms.length - b.terms.length)[0] ?? null);
  }
  return best[months] ?? null;
}

/** The shortest term sold at once that lasts longer, or null. */
export function nextLongerTerm(product: Product, months: number): Term | null {
  const longer = product.terms.filter((term) => monthsOf(term) > months);
  return longer.toSorted((a, b) => monthsOf(a) - monthsOf(b))[0] ?? null;
}

/** Months bought in a row: `3 + 1`. */
export function monthsInARow(terms: readonly Term[]): string {
  return terms.map(monthsOf).join(' + ');
}

export function priceOf(terms: readonly Term[]): Cents {
  return sum(terms.flatMap(({ insurance, expenses }) => [insurance, expenses]));
}

function wayOf(terms: readonly Term[]): Way {
  return { terms: terms.toSorted((a, b) => monthsOf(b) - monthsOf(a)), price: priceOf(terms) };
}
