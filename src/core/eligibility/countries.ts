import type { Day } from '../day.ts';

/** Where a country stands on a day: a member, France itself, a member that has left (the United Kingdom), or none of these. */
export type Standing = 'EEA' | 'FR' | 'UK3' | 'OTHER';

/** `knowledge/countries.yaml`: who may use a European card, and since when. Codes are ISO 3166-1 alpha-2, and `CA-QC` and `XK`. */
export type Countries = {
  /** Every code that may be given as a nationality or as the country where somebody is insured. */
  readonly codes: readonly string[];
  /** France and the territories that its insurance covers: not this desk's students, handed over. */
  readonly france: readonly string[];
  /** Territories whose people are French and insured apart: they register as people from abroad do. */
  readonly frenchApart: readonly string[];
  /** Countries with an agreement of their own with France on health insurance: Andorra, Monaco. */
  readonly ownAgreement: readonly string[];
  /** Membership of the EU, the EEA or the agreement with Switzerland; `until` is the last day. */
  readonly eea: Readonly<
    Record<
      string,
      {
        readonly from?: Day | undefined;
        readonly until?: Day | undefined;
        /** In by an agreement of its own, outside the EEA: Switzerland. */
        readonly byAgreement?: boolean | undefined;
        readonly facts: readonly string[];
      }
    >
  >;
  /** Part of a member for its nationals' rights: Åland is Finland. */
  readonly partOf: Readonly<Record<string, string>>;
  /** A region that insures its own people, by its country: Quebec by an agreement of its own. */
  readonly insuredApart: Readonly<Record<string, string>>;
};

export function standing(code: string, on: Day, countries: Countries): Standing {
  if (countries.france.includes(code)) return 'FR';
  const member = countries.eea[countries.partOf[code] ?? code];
  if (member === undefined || (member.from !== undefined && on < member.from)) return 'OTHER';
  return member.until !== undefined && on > member.until ? 'UK3' : 'EEA';
}

/** French, wherever insured: of France, or of a territory that is insured apart. */
export function isFrench(code: string, { france, frenchApart }: Countries): boolean {
  return france.includes(code) || frenchApart.includes(code);
}

/** Whether some member has left by that day: before 2021 nobody is `UK3`. */
export function someMemberHasLeft(on: Day, countries: Countries): boolean {
  return Object.values(countries.eea).some((member) => member.until !== undefined && on > member.until);
}

/** A region that insures its own people: `CA-QC`. */
export function isInsuredApart(code: string | undefined, countries: Countries): boolean {
  return code !== undefined && Object.values(countries.insuredApart).includes(code);
}
