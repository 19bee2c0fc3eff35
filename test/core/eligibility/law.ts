import {
  decideEligibility,
  type Eligibility,
  type Law,
  type StudentSituation,
} from '../../../src/core/eligibility/index.ts';
import { day } from '../../../src/core/day.ts';
import { data } from '../scenarios/data.ts';
import { usual, type Told } from '../scenarios/eligibility.ts';

/** The law as the knowledge base holds it, and two places of our own. */
export const law: Law = {
  rates: data.rates,
  countries: data.countries,
  rows: data.rows,
  guidance: data.guidance,
  desk: { offers: 'aaa' },
  places: {
    'registration-site': { url: 'https://registration.example/' },
    ameli: { url: 'https://ameli.example/' },
    cleiss: {},
  },
};

export type { Told };

/** A student of the sheet's scenarios: the usual facts and what is told of this one. */
export function student(told: Told): StudentSituation {
  return { ...usual, ...told } as StudentSituation;
}

/** @throws when the situation is not decided. */
export function decided(situation: StudentSituation): Eligibility {
  const decision = decideEligibility(situation, law);
  if (decision.kind !== 'decided') throw new TypeError(`Not decided: ${JSON.stringify(decision)}`);
  return decision;
}

/** @throws when something is decided or refused. */
export function needs(situation: StudentSituation) {
  const decision = decideEligibility(situation, law);
  if (decision.kind !== 'needs') throw new TypeError(`Does not need anything: ${JSON.stringify(decision)}`);
  return decision;
}

/** The ids of papers, steps or other ways, in order. */
export function ids(items: readonly { readonly id: string }[]): string {
  return items.map(({ id }) => id).join(', ');
}

/** The fields that a refusal names, in order. */
export function refused(situation: Told): readonly string[] {
  const decision = decideEligibility(situation as StudentSituation, law);
  return decision.kind === 'unanswerable' ? decision.errors.map(({ path }) => path) : [];
}

export const on = day;
