import type { Refusal } from '../decision.ts';
import { monthsOf, type Product } from './offers.ts';
import { cheapestWay, monthsInARow, nextLongerTerm, priceOf } from './ways-to-buy.ts';

/** A term that is not sold: the terms that are, and for a number of months the purchases that cover it. */
export function refusedTerm(path: string, product: Product, asked: string): Refusal {
  const terms = product.terms.map(({ term }) => term).join(', ');
  const months = Number(/^P(\d{1,2})M$/.exec(asked)?.[1] ?? 0);
  const way = months === 0 ? null : cheapestWay(product, months);
  if (way === null) return { path, accepted: { key: 'fees:refused.term', with: { terms } } };
  const combined = { terms, months, way: monthsInARow(way.terms), price: way.price };
  const longer = nextLongerTerm(product, months);
  if (longer === null) return { path, accepted: { key: 'fees:refused.term-combined', with: combined } };
  return {
    path,
    accepted: {
      key: 'fees:refused.term-or-longer',
      with: { ...combined, longer: monthsOf(longer), longerPrice: priceOf([longer]) },
    },
  };
}
