import { formatAmount } from '../money.ts';
import type { Day } from '../day.ts';
import { contributionOn, type Law } from './law.ts';

/** About registering in France; being insured is an obligation in every case. Null: not settled. */
export const mandatoryValues = [true, false, 'optional', 'not-possible', null] as const;
export type Mandatory = (typeof mandatoryValues)[number];

/** Nothing to pay, the year's student contribution, or no public price. */
export const feeKinds = ['free', 'contribution', null] as const;
export type FeeKind = (typeof feeKinds)[number];

export type Fee = { readonly amount: string; readonly currency: 'EUR' };

/** What registering costs in that day's academic year; null where there is no public price. */
export function feeOf(kind: FeeKind, on: Day, law: Law): Fee | null {
  if (kind === null) return null;
  if (kind === 'free') return free;
  const contribution = contributionOn(on, law);
  return contribution === null ? null : { amount: formatAmount(contribution), currency: 'EUR' };
}

const free: Fee = Object.freeze({ amount: '0.00', currency: 'EUR' });
