import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { decideEligibility, type Eligibility, type Law, type Situation } from '../../../src/core/eligibility/index.ts';
import type { Rate } from '../../../src/core/dated.ts';
import { day } from '../../../src/core/day.ts';
import { rateOf } from '../../../src/knowledge/rates.ts';
import { CountriesFile, RateFile } from '../../../src/knowledge/schema.ts';

const knowledge = new URL('../../../knowledge/', import.meta.url);

/** The law as the knowledge base holds it, and two places of our own. */
export const law: Law = {
  rates: ratesOnDisk(),
  countries: CountriesFile.parse(parse(readFileSync(new URL('countries.yaml', knowledge), 'utf8'))),
  places: {
    'registration-site': { url: 'https://registration.example/' },
    ameli: { url: 'https://ameli.example/' },
    cleiss: {},
  },
};

/** The sheet's defaults for its scenarios, but for who the student is and when. */
export const usual = {
  school: 'higher-education',
  ehic: 'none',
  s1: false,
  quebecForm: false,
  stayMonths: 10,
  work: 'none',
  registered: false,
  frenchGovernmentScholarship: false,
  monthsInFrance: 1,
  lowIncome: false,
  inStudentScheme2017: false,
} as const satisfies Situation;

export type Told = { readonly [Field in keyof Situation]?: Situation[Field] | string };

/** A student of the sheet's scenarios: the usual facts and what is told of this one. */
export function student(told: Told): Situation {
  return { ...usual, ...told } as Situation;
}

/** @throws when the situation is not decided. */
export function decided(situation: Situation): Eligibility {
  const decision = decideEligibility(situation, law);
  if (decision.kind !== 'decided') throw new TypeError(`Not decided: ${JSON.stringify(decision)}`);
  return decision;
}

/** @throws when something is decided or refused. */
export function needs(situation: Situation) {
  const decision = decideEligibility(situation, law);
  if (decision.kind !== 'needs') throw new TypeError(`Does not need anything: ${JSON.stringify(decision)}`);
  return decision;
}

/** The fields that a refusal names, in order. */
export function refused(situation: Told): readonly string[] {
  const decision = decideEligibility(situation as Situation, law);
  return decision.kind === 'unanswerable' ? decision.errors.map(({ path }) => path) : [];
}

export const on = day;

function ratesOnDisk(): Record<string, Rate> {
  const folder = new URL('rates/', knowledge);
  const ids = readdirSync(folder).map((file) => file.replace('.yaml', ''));
  return Object.fromEntries(
    ids.map((id) => [id, rateOf(id, RateFile.parse(parse(readFileSync(new URL(`${id}.yaml`, folder), 'utf8')))).rate]),
  );
}
