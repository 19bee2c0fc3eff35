import type { Rates } from '../dated.ts';
import type { Refusal, Text } from '../decision.ts';
import type { Grounds } from '../grounds.ts';
import type { Cents } from '../money.ts';
import { reimburseGp } from './gp.ts';
import { reimburseDays } from './hospital-days.ts';
import type { ReimbursementRequest } from './request.ts';

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

/** What an act is paid by. */
export type Tariffs = { readonly rates: Rates; readonly grounds: Grounds };

/** What comes back from an act, by the tariffs of its own days. */
export function reimburse(request: ReimbursementRequest, { rates, grounds }: Tariffs): ReimbursementResult {
  return request.act === 'gp'
    ? reimburseGp(request, rates, grounds.reimbursement)
    : reimburseDays(request, rates, grounds.reimbursement);
}
