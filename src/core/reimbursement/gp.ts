import type { Rates } from '../dated.ts';
import type { Refusal, Text } from '../decision.ts';
import { figuresOn, numberOf } from '../figures.ts';
import type { Grounds } from '../grounds.ts';
import { cents, percentOf, type Cents } from '../money.ts';
import type { ReimbursementRequest } from './request.ts';
import type { ReimbursementResult } from './result.ts';

/**
 * One doctor on one day. Order of calculation (C-25, X-37): rate × base, rounded half up to the cent once, then minus the
 * fixed contributions; never below nothing. A mutuelle pays the rest of the base and never the contributions.
 */
export function reimburseGp(
  request: ReimbursementRequest,
  rates: Rates,
  grounds: Grounds['reimbursement'],
): ReimbursementResult {
  const pathway = pathwayOf(request, rates);
  if (pathway.kind === 'unanswerable') return pathway;
  const figures = figuresOn(rates, request.on, 'on', {
    tariff: request.sector === '2' ? 'gp-visit-secteur-2' : 'gp-visit',
    rate: pathway.reduced ? 'gp-refund-rate-undeclared' : 'gp-refund-rate',
    contribution: 'fixed-contribution',
    dayCap: 'fixed-contribution-day-cap',
    yearCap: 'fixed-contribution-year-cap',
    adultAge: 'fixed-contribution-age',
  });
  if (figures.kind === 'unanswerable') return figures;

  const figure = (name: keyof typeof figures.values): number => numberOf(figures.values[name]);
  const visits = request.visits ?? 1;
  const charged = request.charged ?? figure('tariff');
  const tariff = cents(visits * figure('tariff'));
  const base = cents(visits * Math.min(charged, figure('tariff')));
  const rate = figure('rate');
  const minor = request.age !== undefined && request.age < figure('adultAge');
  const due = contributionDue(request, visits, {
    each: figure('contribution'),
    dayCap: figure('dayCap'),
    yearCap: figure('yearCap'),
  });
  const fixedContribution = minor ? cents(0) : due.amount;
  const byRate = percentOf(base, rate);
  const assuranceMaladie = cents(Math.max(0, byRate - fixedContribution));
  const mutuelle = mutuellePays(request, pathway.reduced, cents(base - byRate));
  const words = { visits, tariff: cents(figure('tariff')), base, rate, byRate, fixedContribution, assuranceMaladie };
  return {
    kind: 'reimbursed',
    tariff,
    base,
    rate,
    fixedContribution,
    assuranceMaladie,
    mutuelle,
    student: cents(base - assuranceMaladie - (mutuelle ?? 0)),
    beyondTariff: cents(visits * charged - base),
    formula: { key: visits === 1 ? 'reimbursement:formula.visit' : 'reimbursement:formula.visits', with: words },
    notes: [
      ...(minor ? [note('minor', { age: figure('adultAge') })] : due.notes),
      ...(byRate < fixedContribution ? [note('never-below-zero')] : []),
      ...notesOn(request, pathway.reduced, mutuelle),
    ],
    facts: [...new Set([...figures.facts, ...pathway.facts, ...grounds.gp.facts])].sort(),
  };
}

type Pathway =
  | { readonly kind: 'known'; readonly reduced: boolean; readonly facts: readonly string[] }
  | { readonly kind: 'unanswerable'; readonly errors: readonly Refusal[] };

/** Without a declared médecin traitant the rate is reduced, except for the young. */
function pathwayOf({ declaredGp, age, on }: ReimbursementRequest, rates: Rates): Pathway {
  if (declaredGp !== false) return { kind: 'known', reduced: false, facts: [] };
  const figures = figuresOn(rates, on, 'on', { dutyAge: 'gp-duty-age' });
  if (figures.kind === 'unanswerable') return figures;
  const young = age !== undefined && age < numberOf(figures.values.dutyAge);
  return { kind: 'known', reduced: !young, facts: figures.facts };
}

type Caps = { readonly each: number; readonly dayCap: number; readonly yearCap: number };

function contributionDue(request: ReimbursementRequest, visits: number, { each, dayCap, yearCap }: Caps) {
  const today = Math.min(visits * each, dayCap);
  const leftThisYear = Math.max(0, yearCap - (request.paidThisYear ?? 0));
  const notes: Text[] = [
    ...(today < visits * each ? [note('day-cap', { cap: cents(dayCap) })] : []),
    ...(leftThisYear < today ? [note('year-cap', { cap: cents(yearCap), left: cents(leftThisYear) })] : []),
  ];
  return { amount: cents(Math.min(today, leftThisYear)), notes };
}

/** A standard contract pays the rest of the base, but not what is lost by having no declared GP. */
function mutuellePays({ mutuelle }: ReimbursementRequest, reduced: boolean, rest: Cents): Cents | null {
  if (reduced) return null;
  return mutuelle === false ? cents(0) : rest;
}

function notesOn(request: ReimbursementRequest, reduced: boolean, mutuelle: Cents | null): readonly Text[] {
  const secteur2 = request.sector !== undefined && request.sector !== '1';
  return [
    ...(reduced ? [note('undeclared')] : []),
    ...(mutuelle !== null && mutuelle > 0 ? [note('mutuelle', { mutuelle })] : []),
    ...(request.sector === '2' ? [note('secteur-2')] : []),
    ...(secteur2 && request.charged === undefined ? [note('charge-not-given')] : []),
  ];
}

function note(name: string, filledWith?: Text['with']): Text {
  const key = `reimbursement:note.${name}`;
  return filledWith === undefined ? { key } : { key, with: filledWith };
}
