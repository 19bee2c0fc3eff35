import type { Day } from '../day.ts';
import type { Refusal, Text } from '../decision.ts';
import type { Grounds } from '../grounds.ts';
import { cents, sum, type Cents } from '../money.ts';
import type { Offers, ProductKind } from './offers.ts';
import { purchasesOf, type Purchase } from './purchases.ts';
import type { QuoteRequest } from './request.ts';
import { remarksOn } from './remarks.ts';

/** One purchase: its price, its own expenses as published, and the days that it covers, both included. */
type QuoteLine = {
  readonly product: string;
  readonly term: string;
  readonly insurance: Cents;
  readonly expenses: Cents;
  readonly from: Day;
  readonly to: Day;
};

/** A priced basket. `total` = the lines' insurance + `expenses`; `withoutBundle` = the sum of the lines as they stand. */
export type Quote = {
  readonly lines: readonly QuoteLine[];
  readonly expenses: Cents;
  readonly total: Cents;
  readonly withoutBundle: Cents;
  readonly saved: Cents;
  readonly warnings: readonly Text[];
  readonly flags: readonly string[];
  readonly facts: readonly string[];
};

export type QuoteResult =
  ({ readonly kind: 'quoted' } & Quote) | { readonly kind: 'unanswerable'; readonly errors: readonly Refusal[] };

/** Prices a basket from one desk's offers: every purchase has its own expenses (S0-23…25), a bundle saves once (S0-27). */
export function quote(request: QuoteRequest, offers: Offers, grounds: Grounds): QuoteResult {
  if (request.desk !== undefined && request.desk !== offers.desk) {
    return {
      kind: 'unanswerable',
      errors: [{ path: 'desk', accepted: { key: 'api:accepted.one-of', with: { values: offers.desk } } }],
    };
  }
  const found = purchasesOf(request.items, request.on, offers);
  if (found.kind === 'unanswerable') return found;
  const { purchases } = found;
  const insurance = sum(purchases.map(({ term }) => term.insurance));
  const expensesApart = sum(purchases.map(({ term }) => term.expenses));
  const saved = savedByBundle(purchases, offers);
  const remarks = remarksOn(purchases, request.on, { offers, grounds: grounds.fees });
  return {
    kind: 'quoted',
    lines: purchases.map(lineOf),
    expenses: cents(expensesApart - saved),
    total: cents(insurance + expensesApart - saved),
    withoutBundle: cents(insurance + expensesApart),
    saved,
    warnings: remarks.warnings,
    flags: remarks.flags,
    facts: [...new Set([...factsOf(purchases, saved > 0, offers), ...grounds.fees['cover-start'].facts])].sort(),
  };
}

function lineOf({ product, term, from, to }: Purchase): QuoteLine {
  return { product: product.id, term: term.term, insurance: term.insurance, expenses: term.expenses, from, to };
}

/** One purchase of each kind is bundled, once; with several the cheapest expenses are, so that no order pays more. */
function savedByBundle(purchases: readonly Purchase[], offers: Offers): Cents {
  const apart = offers.bundle.of.map((kind) => leastExpenses(purchases, kind));
  if (apart.some((expenses) => expenses === null)) return cents(0);
  return cents(Math.max(0, sum(apart.filter((expenses) => expenses !== null)) - offers.bundle.expenses));
}

function leastExpenses(purchases: readonly Purchase[], kind: ProductKind): Cents | null {
  const expenses = purchases.filter(({ product }) => product.kind === kind).map(({ term }) => term.expenses);
  return expenses.length === 0 ? null : cents(Math.min(...expenses));
}

/** The prices, the end of the cover, and what the payment takes. */
function factsOf(purchases: readonly Purchase[], bundled: boolean, offers: Offers): readonly string[] {
  const covers = purchases.flatMap(({ product }) =>
    product.cover === 'months-from-next-day' ? [] : product.cover.facts,
  );
  return [
    ...offers.facts,
    ...purchases.flatMap(({ term }) => term.facts),
    ...covers,
    ...(bundled ? offers.bundle.facts : []),
    ...offers.payment.facts,
  ];
}
