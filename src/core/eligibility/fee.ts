import { formatAmount } from '../money.ts';
import type { Day } from '../day.ts';
import type { FeeKind } from './content.ts';
import { contributionOn, type Law } from './law.ts';

export type Fee = { readonly amount: string; readonly currency: 'EUR' };

/** What registering costs in that day's academic year; null where there is no public price. */
export function feeOf(kind: FeeKind, on: Day, law: Law): Fee | null {
  if (kind === null) return null;
  if (kind === 'free') return free;
  const contribution = contributionOn(on, law);
  return contribution === null ? null : { amount: formatAmount(contribution), currency: 'EUR' };
}

const free: Fee = Object.freeze({ amount: '0.00', currency: 'EUR' });
