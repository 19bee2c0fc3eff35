import type { Cents } from '../money.ts';

/** A desk's price list, as `knowledge/offers/<desk>.yaml` holds it; amounts in cents. */
export type Offers = {
  readonly desk: string;
  readonly facts: readonly string[];
  readonly products: readonly Product[];
  /** Bought together, the two kinds of product cost these expenses instead of both their own. */
  readonly bundle: { readonly of: readonly ProductKind[]; readonly expenses: Cents; readonly facts: readonly string[] };
  readonly payment: {
    readonly methods: readonly string[];
    readonly payee: string;
    readonly facts: readonly string[];
  };
};

export type ProductKind = 'medical' | 'liability';

export type Product = {
  readonly id: string;
  readonly kind: ProductKind;
  readonly cover: 'months-from-next-day' | YearlyCover;
  readonly terms: readonly Term[];
};

/** Ends on the first such day of a year on or after the purchase; days as `MM-DD`. */
export type YearlyCover = { readonly until: string; readonly letterBefore: string; readonly facts: readonly string[] };

/** `term` is an ISO 8601 duration (`P3M`) or a name (`until-30-september`). */
export type Term = {
  readonly term: string;
  readonly months?: number | undefined;
  readonly insurance: Cents;
  readonly expenses: Cents;
  readonly facts: readonly string[];
};

/** Nothing for a term that is not counted in months. */
export function monthsOf(term: Term): number {
  return term.months ?? 0;
}
