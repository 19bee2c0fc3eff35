import type { Rate, Rates } from '../dated.ts';
import { addDays, daysBetween, earliest, type Day } from '../day.ts';
import type { Refusal, Text } from '../decision.ts';
import type { Grounds } from '../grounds.ts';
import { numberOf, refusedDay } from '../figures.ts';
import { cents, sum, type Cents } from '../money.ts';
import { rateNamed, valueOn } from '../rates.ts';
import type { ReimbursementRequest } from './request.ts';
import type { ReimbursementResult } from './result.ts';

/**
 * The daily fee of a stay: each day at its own tariff, the day of leaving included, nothing for a stay that ends on the day
 * it began. Assurance Maladie does not refund it; what a mutuelle pays depends on the contract.
 */
export function reimburseDays(
  request: ReimbursementRequest,
  rates: Rates,
  grounds: Grounds['reimbursement'],
): ReimbursementResult {
  const { on } = request;
  const until = request.until ?? on;
  if (until < on) {
    return {
      kind: 'unanswerable',
      errors: [{ path: 'until', accepted: { key: 'api:accepted.day-from', with: { day: on } } }],
    };
  }
  const fee = rateNamed(rates, request.act === 'psychiatry-day' ? 'daily-psychiatry-fee' : 'daily-hospital-fee');
  const stay = stretchesOf(fee, on, until);
  if (stay.kind === 'unanswerable') return stay;
  const student = until === on ? cents(0) : sum(stay.stretches.map(({ days, each }) => cents(days * each)));
  const left = until === on ? { notes: [], facts: [] } : leftOut(student, until, rates, grounds);
  const { formula, notes } = words(stay.stretches, student);
  return {
    kind: 'reimbursed',
    tariff: student,
    base: cents(0),
    rate: null,
    fixedContribution: cents(0),
    assuranceMaladie: cents(0),
    mutuelle: null,
    student,
    beyondTariff: cents(0),
    formula,
    notes: [...notes, ...left.notes],
    facts: [...new Set([...stay.stretches.flatMap(({ facts }) => facts), ...left.facts])].sort(),
  };
}

/**
 * What the sum leaves out: with a costly act a flat share comes once beside the fee, in place of the part of the price that
 * the patient pays otherwise; and who owes no fee.
 */
function leftOut(student: Cents, until: Day, rates: Rates, grounds: Grounds['reimbursement']) {
  const share = valueOn(rateNamed(rates, 'costly-act-share'), until);
  if (share.kind !== 'known')
    return { notes: [{ key: 'reimbursement:note.stay-and-care' }], facts: grounds.days.facts };
  const flat = cents(numberOf(share.value));
  const operation = { share: flat, total: sum([student, flat]) };
  return {
    notes: [{ key: 'reimbursement:note.costly-act', with: operation }, { key: 'reimbursement:note.stay-and-care' }],
    facts: [...share.facts, ...grounds.days.facts],
  };
}

/** One tariff is a multiplication; across a change every tariff has its own line. */
function words(
  stretches: readonly Stretch[],
  student: Cents,
): { readonly formula: Text; readonly notes: readonly Text[] } {
  const days = stretches.reduce((total, stretch) => total + stretch.days, 0);
  if (days === 1) return { formula: { key: 'reimbursement:formula.same-day' }, notes: [] };
  const contract: Text = { key: 'reimbursement:note.days-mutuelle' };
  const [first, ...others] = stretches;
  if (first !== undefined && others.length === 0) {
    const filled = { count: days, each: first.each, student };
    return { formula: { key: 'reimbursement:formula.days', with: filled }, notes: [contract] };
  }
  const lines = stretches.map(({ days: count, each: fee, from, to }) => ({
    key: 'reimbursement:note.days-at',
    with: { count, each: fee, from, to },
  }));
  return {
    formula: { key: 'reimbursement:formula.days-across-change', with: { count: days, student } },
    notes: [...lines, contract],
  };
}

/** Days in a row at one tariff. */
type Stretch = {
  readonly days: number;
  readonly from: Day;
  readonly to: Day;
  readonly each: Cents;
  readonly facts: readonly string[];
};
type Stay =
  | { readonly kind: 'known'; readonly stretches: readonly Stretch[] }
  | { readonly kind: 'unanswerable'; readonly errors: readonly Refusal[] };

function stretchesOf(fee: Rate, on: Day, until: Day): Stay {
  const stretches: Stretch[] = [];
  for (let from = on; from <= until;) {
    const valued = valueOn(fee, from);
    if (valued.kind !== 'known')
      return { kind: 'unanswerable', errors: [refusedDay(from === on ? 'on' : 'until', valued)] };
    const last = valued.until === null ? until : earliest(valued.until, until);
    stretches.push({
      days: daysBetween(from, last) + 1,
      from,
      to: last,
      each: cents(numberOf(valued.value)),
      facts: valued.facts,
    });
    from = addDays(last, 1);
  }
  return { kind: 'known', stretches };
}
