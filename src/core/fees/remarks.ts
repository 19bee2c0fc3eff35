import { addDays, daysBetween, type Day } from '../day.ts';
import type { Text } from '../decision.ts';
import type { Grounds } from '../grounds.ts';
import { monthsOf, type Offers, type Product } from './offers.ts';
import type { Purchase } from './purchases.ts';
import { cheapestWay, monthsInARow, nextLongerTerm, priceOf } from './ways-to-buy.ts';

export type Remarks = { readonly warnings: readonly Text[]; readonly flags: readonly string[] };

/** What the buyer should know before paying, and the contradictions that the quote touches; in the price list's order. */
export function remarksOn(
  purchases: readonly Purchase[],
  on: Day,
  { offers, grounds }: { readonly offers: Offers; readonly grounds: Grounds['fees'] },
): Remarks {
  const bought = byProduct(purchases);
  const parts = offers.products.flatMap((product) => {
    const same = bought.get(product);
    if (same === undefined) return [];
    return [product.cover === 'months-from-next-day' ? onMonths(product, same, grounds) : onYearly(same, on, grounds)];
  });
  return {
    warnings: [
      ...parts.flatMap(({ warnings }) => warnings),
      { key: `fees:payment.${offers.payment.methods.join('-')}`, with: { payee: offers.payment.payee } },
      { key: 'fees:warning.confirm' },
    ],
    flags: [...new Set(parts.flatMap(({ flags }) => flags))].sort(),
  };
}

type Bought = readonly [Purchase, ...Purchase[]];

function byProduct(purchases: readonly Purchase[]): ReadonlyMap<Product, Bought> {
  const bought = new Map<Product, [Purchase, ...Purchase[]]>();
  for (const purchase of purchases) {
    const same = bought.get(purchase.product);
    if (same === undefined) bought.set(purchase.product, [purchase]);
    else same.push(purchase);
  }
  return bought;
}

function onMonths(product: Product, bought: Bought, grounds: Grounds['fees']): Remarks {
  const months = bought.reduce((total, { term }) => total + monthsOf(term), 0);
  const longestSold = Math.max(...product.terms.map(monthsOf));
  const end = bought.reduce((latest, { to }) => (to > latest ? to : latest), bought[0].to);
  // The page advises to stop at its longest term, when the request to the CPAM can only just be filed (C-36).
  const gap = months >= longestSold;
  const several: Text[] = bought.length > 1 ? [{ key: 'fees:warning.expenses-each' }] : [];
  return {
    warnings: [
      ...otherWays(product, bought, months),
      ...several,
      ...(months > longestSold ? [{ key: 'fees:warning.past-longest', with: { longest: longestSold } }] : []),
      ...(gap ? [{ key: 'fees:warning.gap', with: { to: end } }] : []),
    ],
    flags: gap ? grounds.gap.flags : [],
  };
}

/** The same months for less, or the next longer term where these months are not sold at once. */
function otherWays(product: Product, bought: readonly Purchase[], months: number): readonly Text[] {
  const paid = priceOf(bought.map(({ term }) => term));
  const way = cheapestWay(product, months);
  if (way !== null && way.price < paid) {
    return [{ key: 'fees:warning.cheaper', with: { months, paid, way: monthsInARow(way.terms), price: way.price } }];
  }
  const longer = nextLongerTerm(product, months);
  if (bought.length < 2 || longer === null) return [];
  return [
    {
      key: 'fees:warning.not-sold-at-once',
      with: { months, paid, longer: monthsOf(longer), price: priceOf([longer]) },
    },
  ];
}

function onYearly(bought: Bought, on: Day, grounds: Grounds['fees']): Remarks {
  const [{ from, to }] = bought;
  const endsNextYear = to.slice(0, 4) > on.slice(0, 4);
  const endsThisMonth = to.slice(0, 7) === on.slice(0, 7);
  const days = daysBetween(from, to) + 1;
  return {
    warnings: [
      // The page has cover begin on the day of purchase here, and on the day after payment there (C-43).
      { key: 'fees:warning.yearly-start', with: { on, from } },
      ...(endsNextYear ? [{ key: 'fees:warning.yearly-current-year', with: { to } }] : []),
      ...(endsThisMonth
        ? [{ key: 'fees:warning.yearly-soon-over', with: { count: days, to, next: addDays(to, 1) } }]
        : []),
      ...(bought.length > 1 ? [{ key: 'fees:warning.yearly-twice' }] : []),
    ],
    flags: [...grounds['yearly-start'].flags, ...(endsNextYear ? grounds['yearly-current-year'].flags : [])],
  };
}
