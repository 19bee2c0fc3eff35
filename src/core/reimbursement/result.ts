import type { Refusal, Text } from '../decision.ts';
import type { Cents } from '../money.ts';

/**
 * Who pays what. Amounts are for the whole request (all visits, all days), in cents:
 * assuranceMaladie + mutuelle + student = base of a visit, = tariff of a stay; `beyondTariff` comes on top for the student.
 */
export type Reimbursement = {
  readonly tariff: Cents;
  readonly base: Cents;
  /** Percent; null for days: the daily fee is not refunded by a rate. */
  readonly rate: number | null;
  readonly fixedContribution: Cents;
  readonly assuranceMaladie: Cents;
  /** Null where it depends on the contract: days, and visits without a declared GP. */
  readonly mutuelle: Cents | null;
  readonly student: Cents;
  readonly beyondTariff: Cents;
  readonly formula: Text;
  /** What was assumed, capped or left out. */
  readonly notes: readonly Text[];
  readonly facts: readonly string[];
};

export type ReimbursementResult =
  | ({ readonly kind: 'reimbursed' } & Reimbursement)
  | { readonly kind: 'unanswerable'; readonly errors: readonly Refusal[] };
