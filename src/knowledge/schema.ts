import type { HearingFile } from '../hearing/language.ts';
import type { PersonFile } from './person-schema.ts';
import { z } from 'zod';
import { amountPattern, parseAmount, readAmount, type Cents } from '../core/money.ts';
import type { CountriesFile } from './countries-schema.ts';
import type { OtherLanguagesFile, ReadingFile, SafetyFile, SafetyWordsFile } from './conversation-schema.ts';
import type { GuidanceFile, RowFile } from './eligibility-schema.ts';
import type { GroundsFile } from './grounds-schema.ts';
import { ConflictId, DocumentId, FactId, Id, PageId } from './ids.ts';
import type { PhraseTree, Spoken } from '../voice/content.ts';
import { DayField } from './day-field.ts';
import { OpeningField } from './opening-schema.ts';
import type { PrivacyFile } from './privacy-schema.ts';
import type { Answer } from './topic-schema.ts';
import type { VocabularyFile } from './vocabulary-schema.ts';

export type { Answer } from './topic-schema.ts';

/** The shape of every kind of file in `knowledge/`. A wrong file stops the start with its path, field and what is accepted. */

export const LanguageTag = z.string().regex(/^[a-z]{2}$/, 'an ISO 639-1 language, e.g. "en"');
const perLanguage = <T extends z.ZodType>(value: T) => z.record(LanguageTag, value);

const RateUnit = z.enum(['euro', 'percent', 'hours', 'days', 'weeks', 'months', 'years', 'age', 'count', 'day']);
const RateNumber = z.union([
  z.string().refine((written) => readAmount(written) !== null, 'an amount in euros: "23.00"'),
  z.number(),
  z.tuple([z.number(), z.number()]),
  DayField,
]);

/** `knowledge/rates/<name>.yaml`: one figure, dated, a source per value. */
export const RateFile = z.strictObject({
  title: perLanguage(z.string().min(3)),
  unit: RateUnit,
  values: z
    .array(
      /** `value: null` from a day on: not known until the next value, never the one before. */
      z.strictObject({
        from: DayField,
        value: RateNumber.nullable(),
        facts: z.array(FactId).min(1),
        note: z.string().optional(),
      }),
    )
    .min(1),
  ends: z
    .strictObject({ on: DayField, as: z.enum(['abolished', 'unknown']), facts: z.array(FactId).min(1) })
    .optional(),
  reviewed: DayField,
});
export type RateFile = z.infer<typeof RateFile>;

/** Read as whole cents. */
const Amount = z
  .string()
  .regex(amountPattern, 'an amount in euros with two places, quoted: "52.00"')
  .transform((text) => parseAmount(text) as Cents);

const MonthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'month and day of month, quoted: "09-30"');

/** `knowledge/offers/<desk>.yaml`: a desk's own price list. No end date: quoted as published, to be confirmed with the desk. */
export const OffersFile = z.strictObject({
  desk: z.string(),
  facts: z.array(FactId).min(1),
  reviewed: DayField,
  products: z
    .array(
      z.strictObject({
        id: Id,
        kind: z.enum(['medical', 'liability']),
        name: perLanguage(z.string()),
        /** Months run from the day after payment; a yearly product ends on the next such day of the year (`09-30`). */
        cover: z.union([
          z.literal('months-from-next-day'),
          z.strictObject({ until: MonthDay, letterBefore: MonthDay, facts: z.array(FactId).min(1) }),
        ]),
        terms: z
          .array(
            z.strictObject({
              /** ISO 8601 duration, or `until-30-september`. */
              term: z.string(),
              months: z.number().int().positive().optional(),
              insurance: Amount,
              expenses: Amount,
              facts: z.array(FactId).min(1),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
  bundle: z.strictObject({
    of: z.array(z.enum(['medical', 'liability'])).length(2),
    expenses: Amount,
    facts: z.array(FactId).min(1),
  }),
  /** The sentence for the methods in this order stands in the phrases `fees` under `payment.<methods joined by ->`. */
  payment: z.strictObject({
    methods: z.array(z.enum(['cash', 'cheque', 'card', 'transfer'])).min(1),
    payee: z.string(),
    facts: z.array(FactId).min(1),
  }),
});
export type OffersFile = z.infer<typeof OffersFile>;

/** `knowledge/places.yaml`: CPAMs, desks, phone lines and web sites. Phones in E.164 (or a short code) and as people write them. */
export const PlacesFile = z.record(
  Id,
  z.strictObject({
    kind: z.enum(['cpam', 'desk', 'phone', 'site', 'document', 'emergency']),
    name: perLanguage(z.string()),
    address: z.string().optional(),
    phone: z
      .strictObject({
        dial: z.string().regex(/^(\+\d{8,15}|\d{2,6})$/),
        written: z.string(),
        alsoWritten: z.array(z.string()).default([]),
      })
      .optional(),
    email: z.email().optional(),
    url: z.url().optional(),
    hours: perLanguage(z.string()).optional(),
    /** Who it is for: the city or department of residence, or everybody. */
    servesCities: z.array(z.string()).default([]),
    facts: z.array(FactId).default([]),
  }),
);
export type PlacesFile = z.infer<typeof PlacesFile>;

/** `knowledge/desk.yaml`: this deployment. */
export const DeskFile = z.strictObject({
  name: z.string(),
  school: z.enum(['higher-education', 'other']),
  city: z.string(),
  languages: z.tuple([LanguageTag], LanguageTag),
  /** Those of them that texts are written in; in the others they are translations, which a person checks. */
  originals: z.tuple([LanguageTag], LanguageTag).optional(),
  /** Those of them that the staff room is in; without it, those in which its sentences are written. */
  staffLanguages: z.tuple([LanguageTag], LanguageTag).optional(),
  contact: z
    .strictObject({
      email: z.email(),
      phone: z.string().optional(),
      url: z.url().optional(),
      opening: OpeningField.optional(),
      /** The same in words, as a folder of before has it. */
      hours: perLanguage(z.string()).optional(),
    })
    .refine(({ opening, hours }) => opening !== undefined || hours !== undefined, 'opening: when people answer'),
  /** The offers file that this desk sells, or null. */
  offers: z.string().nullable(),
  operator: z.strictObject({ name: z.string(), address: z.string() }),
  keepTranscriptsDays: z.number().int().positive(),
  /** Days that other kinds of data are kept: docs/privacy.md says what each is. */
  keepDays: z.strictObject({
    addresses: z.number().int().positive(),
    deliveries: z.number().int().positive(),
    drafts: z.number().int().positive(),
    audit: z.number().int().positive(),
    erasures: z.number().int().positive(),
  }),
});
export type DeskFile = z.infer<typeof DeskFile>;

/** `knowledge/facts.yaml`: the ledger. `remark` marks facts about a document itself: not counted by `coverage`. */
export const FactsFile = z.record(
  FactId,
  z.strictObject({
    topic: z.string(),
    fact: z.string().min(5),
    /** With X facts: the pages it was read on, the most official first; a folder of before has them in words. */
    sources: z.union([z.string(), z.array(PageId).min(1)]).optional(),
    confidence: z.string().optional(),
    /** The day by which somebody looks again, where a single page or the press says it. */
    lookAgain: DayField.optional(),
    remark: z.boolean().default(false),
  }),
);
export type FactsFile = z.infer<typeof FactsFile>;

/** `knowledge/pages.yaml`: the pages that X facts were read on, each so that it can be opened. */
export const PagesFile = z.record(
  Id,
  z.strictObject({
    title: z.string().min(3),
    publisher: z.string().min(2),
    kind: z.enum(['law', 'official', 'school', 'insurer', 'press', 'other']),
    /** As the page bears it; null where it bears none. */
    date: z
      .string()
      .regex(/^\d{4}(-\d\d(-\d\d)?)?$/, 'a year, a month or a day, quoted: "2024", "2024-12", "2024-12-22", or null')
      .nullable(),
    url: z.url({ protocol: /^https?$/ }),
    consulted: DayField,
    /** The page itself was not kept: the address is its site's. */
    lost: z.literal(true).optional(),
    /** The site has no https. */
    noHttps: z.literal(true).optional(),
  }),
);
export type PagesFile = z.infer<typeof PagesFile>;

/** `knowledge/sources.yaml`: the documents, and X, the external sources as one. */
export const SourcesFile = z.record(
  DocumentId,
  z.strictObject({
    title: perLanguage(z.string()),
    /** As a sentence names it: "BSB, Dijon and Lyon". */
    short: perLanguage(z.string()),
    publisher: z.string(),
    kind: perLanguage(z.string()),
    /** The years that its content describes: inferred where the document bears no date. */
    window: z
      .strictObject({
        from: z.string(),
        until: z.string(),
        how: z.string(),
        confidence: z.enum(['high', 'medium', 'low']),
      })
      .nullable(),
    asOf: z.enum(['inferred', 'read']),
    consulted: DayField,
    url: z.string().nullable(),
  }),
);
export type SourcesFile = z.infer<typeof SourcesFile>;

/** `knowledge/conflicts.yaml`: where documents disagree, and how that resolves. */
export const ConflictsFile = z.record(
  ConflictId,
  z.strictObject({
    subject: z.string(),
    claims: z.string(),
    resolution: z.string(),
    confidence: z.string(),
    /** Neither the documents nor the external sources settle it: hand over. */
    verify: z.boolean(),
    facts: z.array(z.union([FactId, ConflictId])).default([]),
  }),
);
export type ConflictsFile = z.infer<typeof ConflictsFile>;

/** `knowledge/languages/<language>/phrases/<namespace>.yaml`: every sentence that the program says, as i18next resources. */
export const PhrasesFile: z.ZodType<PhraseTree> = z.lazy(() =>
  z.record(z.string(), z.union([z.string(), z.array(z.string()), PhrasesFile])),
);

export type Knowledge = {
  /** SHA-256 of every file's path and bytes, hex. */
  readonly hash: string;
  /** The first is the one to fall back to. */
  readonly languages: Spoken;
  readonly originals: Spoken;
  /** By language that is translated into. */
  readonly checks: Readonly<Record<string, import('./checks.ts').Checks>>;
  /** The languages of the staff room, of what colleagues are sent, and of the command line. */
  readonly staffLanguages: Spoken;
  readonly answers: ReadonlyMap<string, Answer>;
  /** The forms that words start at this desk, the one offered first in front. */
  readonly forms: readonly string[];
  readonly rates: import('../core/dated.ts').Rates;
  readonly offers: ReadonlyMap<string, OffersFile>;
  readonly places: PlacesFile;
  readonly desk: DeskFile;
  readonly facts: FactsFile;
  readonly sources: SourcesFile;
  /** Empty in a folder of before. */
  readonly pages: PagesFile;
  readonly conflicts: ConflictsFile;
  readonly countries: CountriesFile;
  /** What each row of the eligibility table says. */
  readonly rows: Readonly<Record<string, RowFile>>;
  readonly guidance: GuidanceFile;
  /** What calculations rest on. */
  readonly grounds: GroundsFile;
  readonly vocabulary: Readonly<Record<string, VocabularyFile>>;
  /** By language, then namespace. */
  readonly phrases: Readonly<Record<string, Readonly<Record<string, PhraseTree>>>>;
  /** How people tell something, speak to the desk, ask for a person and react to what is said, by language. */
  readonly hearing: Readonly<Record<string, HearingFile>>;
  readonly reading: Readonly<Record<string, ReadingFile>>;
  readonly person: Readonly<Record<string, PersonFile>>;
  readonly reactions: Readonly<Record<string, import('./reactions-schema.ts').ReactionsFile>>;
  readonly mail: Readonly<Record<string, import('./mail-schema.ts').MailFile>>;
  /** Words that stand before personal data, by language. */
  readonly privacy: Readonly<Record<string, PrivacyFile>>;
  readonly safety: SafetyFile;
  /** How danger is spoken of, by language: also in those that the desk does not answer in. */
  readonly safetyWords: Readonly<Record<string, SafetyWordsFile>>;
  /** Written examples of danger, by language. */
  readonly dangerExamples: Readonly<Record<string, readonly import('../core/danger/index.ts').DangerExample[]>>;
  readonly otherLanguages: OtherLanguagesFile;
  /** A language's real words, which spelling leaves alone; which are near each other; ordinary sentences about anything else, and those that share a word with ours; words in Latin letters. */
  readonly words: Readonly<Record<string, import('../core/matching/index.ts').WordSet>>;
  readonly vectors: Readonly<Record<string, import('../core/matching/index.ts').WordVectors>>;
  readonly ordinary: Readonly<Record<string, readonly string[]>>;
  readonly beside: Readonly<Record<string, readonly string[]>>;
  readonly romanised: Readonly<Record<string, readonly string[]>>;
};
