import type { Rates } from '../core/dated.ts';
import type { Day } from '../core/day.ts';
import type { Offers } from '../core/fees/index.ts';
import type { Grounds } from '../core/grounds.ts';
import type { Opening } from '../core/opening.ts';

/** What sentences are made of and filled from: the part of the knowledge that the voice asks for. */
export type Content = {
  readonly languages: Spoken;
  /** Those that colleagues are spoken to in. */
  readonly staffLanguages: Spoken;
  /** By language, then namespace. */
  readonly phrases: Readonly<Record<string, Readonly<Record<string, PhraseTree>>>>;
  readonly vocabulary: Readonly<Record<string, Writing>>;
  readonly rates: Rates;
  readonly grounds: Grounds;
  readonly offers: ReadonlyMap<string, Offers>;
  readonly places: Readonly<Record<string, Place>>;
  readonly desk: DeskContent;
  readonly sources: Readonly<Record<string, Source>>;
  readonly pages: Readonly<Record<string, Page>>;
};

/** The languages of a desk, of which there is at least one; the first is the one to fall back to. */
export type Spoken = readonly [string, ...string[]];

/** The one asked for where it is spoken, else the one to fall back to. */
export function languageAmong(spoken: Spoken, asked: string | null): string {
  return asked !== null && spoken.includes(asked) ? asked : spoken[0];
}

/** Sentences by key, as i18next resources. */
export type PhraseTree = { readonly [key: string]: string | readonly string[] | PhraseTree };

type ByLanguage = Readonly<Record<string, string>>;

/** How a language writes figures and days. */
export type Writing = {
  /** BCP 47. */
  readonly culture: string;
  /** Between the items of a list. */
  readonly comma: string;
  readonly unitsJoined: boolean;
  /** Plural categories whose form of a unit says the number by itself. */
  readonly unitsAlone: readonly Intl.LDMLPluralRule[];
  readonly thousandsGrouped: boolean;
  /** In singular and plural, or by the language's plural categories. */
  readonly units: Readonly<Record<string, readonly [one: string, many: string] | Readonly<Record<string, string>>>>;
  readonly daysOfMonth: ByLanguage;
};

export type Place = {
  readonly name: ByLanguage;
  readonly address?: string | undefined;
  readonly phone?: { readonly written: string } | undefined;
  readonly hours?: ByLanguage | undefined;
  readonly email?: string | undefined;
  readonly url?: string | undefined;
  readonly facts: readonly string[];
};

export type DeskContent = {
  readonly name: string;
  readonly city: string;
  readonly contact: {
    readonly email: string;
    readonly phone?: string | undefined;
    readonly url?: string | undefined;
    readonly opening?: Opening | undefined;
    /** In words, where nobody has written them as data. */
    readonly hours?: ByLanguage | undefined;
  };
  /** The price list that this desk sells, or null. */
  readonly offers: string | null;
};

export type Source = {
  readonly title: ByLanguage;
  readonly short: ByLanguage;
  readonly window: { readonly from: string; readonly until: string } | null;
  readonly consulted: Day;
  readonly url: string | null;
};

/** A page that can be opened; its date is a year, a month or a day, null where it bears none. */
export type Page = {
  readonly title: string;
  readonly publisher: string;
  readonly date: string | null;
  readonly consulted: Day;
  readonly url: string;
};
