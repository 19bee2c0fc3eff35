import { formatAmount } from '../money.ts';
import type { Day } from '../day.ts';
import { contributionOn, type Law } from './law.ts';
import type { FeeKind } from './row.ts';

export type Outcome =
  | 'EHIC'
  | 'QC'
  | 'STU'
  | 'STU-FREE'
  | 'STU-OPT'
  | 'CONT-STU'
  | 'CONT-GEN'
  | 'GEN'
  | 'GEN-EHICGAP'
  | 'GEN-RES'
  | 'GEN-S1'
  | 'GEN-VERIFY'
  | 'WORK'
  | 'CMU'
  | 'PUMA'
  | 'PRIV'
  | 'PRIV-SHORT'
  | 'PRC-OR-PRIV'
  | 'VERIFY';

/** About registering in France; being insured is an obligation in every case. Null: not settled. */
export type Mandatory = boolean | 'optional' | 'not-possible' | null;

export const mandatory: Readonly<Record<Outcome, Mandatory>> = {
  STU: true,
  'STU-FREE': true,
  WORK: true,
  GEN: true,
  'GEN-EHICGAP': true,
  'GEN-RES': true,
  'GEN-S1': true,
  'GEN-VERIFY': true,
  EHIC: false,
  QC: false,
  'CONT-STU': false,
  'CONT-GEN': false,
  'STU-OPT': 'optional',
  CMU: 'optional',
  PUMA: 'optional',
  PRIV: 'not-possible',
  'PRIV-SHORT': 'not-possible',
  'PRC-OR-PRIV': 'not-possible',
  VERIFY: null,
};

export type Fee = { readonly amount: string; readonly currency: 'EUR' };

/** What registering costs in that day's academic year; null where there is no public price. */
export function feeOf(kind: FeeKind, on: Day, law: Law): Fee | null {
  if (kind === null) return null;
  if (kind === 'free') return free;
  const contribution = contributionOn(on, law);
  return contribution === null ? null : { amount: formatAmount(contribution), currency: 'EUR' };
}

/** Covered by a French scheme: what A3 and A4 ask for. */
export function isAffiliated(outcome: Outcome): boolean {
  return affiliated.has(outcome);
}

/** Through the online platform, with a temporary number first. */
export function isGeneralScheme(outcome: Outcome): boolean {
  return outcome.startsWith('GEN');
}

const affiliated: ReadonlySet<Outcome> = new Set<Outcome>([
  'STU',
  'STU-FREE',
  'STU-OPT',
  'CONT-STU',
  'CONT-GEN',
  'GEN',
  'GEN-EHICGAP',
  'GEN-RES',
  'GEN-S1',
  'GEN-VERIFY',
  'WORK',
  'CMU',
  'PUMA',
]);
const free: Fee = Object.freeze({ amount: '0.00', currency: 'EUR' });
