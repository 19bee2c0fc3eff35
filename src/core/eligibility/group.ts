import type { Day } from '../day.ts';
import { isInsuredApart, someMemberHasLeft, standing, type Countries, type Standing } from './countries.ts';
import { known, type StudentSituation } from './situation.ts';
import type { Group } from './dimensions.ts';

/**
 * Where a student stands by nationality and insurance. `viaCard`: somebody of another nationality who is insured in a
 * member country is European with a card or an S1 only (C-09), and `otherwise` without.
 */
export type Origin = { readonly group: Group; readonly otherwise?: Group };

export type Origins =
  | { readonly kind: 'french' }
  | {
      readonly kind: 'open';
      /** The half of the question that is still to be asked when there is more than one. */
      readonly field: 'nationality' | 'insuredIn';
      readonly origins: readonly Origin[];
    };

/** Who this may be, given what is known of nationality and insurance. `cardHeld`: see card.ts. */
export function originsOf(situation: StudentSituation, cardHeld: boolean, on: Day, countries: Countries): Origins {
  const nationality = known(situation.nationality);
  const insuredIn = known(situation.insuredIn) ?? regionByDefault(situation, countries);
  if (isQuebec(insuredIn, situation, countries)) return { kind: 'open', field: 'insuredIn', origins: [quebec] };
  const own = nationality === undefined ? undefined : standing(nationality, on, countries);
  const home = insuredIn === undefined ? undefined : standing(insuredIn, on, countries);
  if (home === 'FR' || (own === 'FR' && home === undefined)) return { kind: 'french' };
  const british = () => someMemberHasLeft(on, countries);
  if (own === undefined) return { kind: 'open', field: 'nationality', origins: anyNationality(home, british()) };
  if (home !== undefined) return { kind: 'open', field: 'insuredIn', origins: [originOf(own, home)] };
  return {
    kind: 'open',
    field: 'insuredIn',
    origins: anyInsurance(nationality, own, { cardHeld, british, countries }),
  };
}

/** Nationality first, then where one is insured. The French who are insured elsewhere stand as people from there. */
function originOf(own: Standing, home: Standing): Origin {
  if (own === 'EEA') return european;
  if (home === 'EEA') return own === 'UK3' ? { group: 'EEA', otherwise: 'UK3' } : insuredInEurope;
  if (own === 'UK3') return british3;
  return home === 'UK3' ? { group: 'UK3', otherwise: 'OTHER' } : elsewhere;
}

function anyNationality(home: Standing | undefined, british: boolean): readonly Origin[] {
  if (home !== undefined) {
    const nationalities: readonly Standing[] = british ? ['EEA', 'UK3', 'OTHER'] : ['EEA', 'OTHER'];
    return nationalities.map((own) => originOf(own, home));
  }
  return british ? [european, british3, elsewhere, quebec] : [european, elsewhere, quebec];
}

/** Insurance is taken to go with nationality, but for a Canadian and for a card that the nationality does not explain. */
function anyInsurance(
  nationality: string | undefined,
  own: Standing,
  told: { readonly cardHeld: boolean; readonly british: () => boolean; readonly countries: Countries },
): readonly Origin[] {
  if (own === 'EEA') return [european];
  if (own === 'UK3') return [british3];
  // Insured at home after all, the card is worth nothing: that possibility stays until it is asked.
  if (told.cardHeld) return [insuredInEurope, ...(told.british() ? [insuredInBritain] : []), elsewhere];
  const hasRegion = nationality !== undefined && nationality in told.countries.insuredApart;
  return hasRegion ? [elsewhere, quebec] : [elsewhere];
}

function isQuebec(insuredIn: string | undefined, situation: StudentSituation, countries: Countries): boolean {
  if (known(situation.quebecForm) === true && insuredIn === undefined) return true;
  return isInsuredApart(insuredIn, countries);
}

/** `CA-QC` as a nationality says where somebody is insured. */
function regionByDefault(situation: StudentSituation, countries: Countries): string | undefined {
  const nationality = known(situation.nationality);
  return isInsuredApart(nationality, countries) ? nationality : undefined;
}

const european: Origin = { group: 'EEA' };
const british3: Origin = { group: 'UK3' };
const elsewhere: Origin = { group: 'OTHER' };
const quebec: Origin = { group: 'QC' };
const insuredInEurope: Origin = { group: 'EEA', otherwise: 'OTHER' };
const insuredInBritain: Origin = { group: 'UK3', otherwise: 'OTHER' };
