import { z } from 'zod';

/** A unit's word by plural category (CLDR), `other` where none is named: `{ one: "شهر", two: "شهران", few: "أشهر", other: "شهرًا" }`. */
const UnitForms = z.record(z.string(), z.string()).refine((forms) => 'other' in forms, 'needs the category "other"');

const SynonymGroups = z.array(z.array(z.string()).min(2));

/** `knowledge/languages/<language>/vocabulary.yaml`. */
export const VocabularyFile = z.strictObject({
  name: z.string(),
  stemmer: z.string().nullable(),
  /** BCP 47, for dates and money: `en-150` writes 30 € and 22 November 2026. */
  culture: z.string(),
  /** Days of the month that dates write in another way: `"1": 1er`. */
  daysOfMonth: z.record(z.string(), z.string()).default({}),
  /** ISO 639-3, under which the country library keeps this language's names: `fra`. */
  countryLanguage: z.string().regex(/^[a-z]{3}$/, 'an ISO 639-3 language, e.g. "fra"'),
  /** The recognisers' culture for numbers and dates: `en-us`, `fr-fr`. */
  recognizer: z.string(),
  /** What may stand between the parts of a word that is put together, as in German; none where none is. */
  compoundLinks: z.array(z.string()).default([]),
  /** Groups of names for one thing of our subject, the usual one first: CPAM, caisse primaire. */
  synonyms: SynonymGroups,
  /** The same for what any matter has: a price, a landlord. They name no subject. */
  commonSynonyms: SynonymGroups.default([]),
  /** Two words that the language writes as one, and what they are written out as: `don't: do not`. */
  contractions: z.record(z.string(), z.string()).default({}),
  abbreviations: z.record(z.string(), z.string()),
  /** Words of our subject that are the same in every language: they say nothing about a message's. */
  domainTerms: z.array(z.string()),
  /** The same of any matter: towns, other offices. */
  commonNames: z.array(z.string()).default([]),
  /** Greetings and openings of a question, with choices: "(could|can) you tell me (please|)". */
  framing: z.array(z.string()).default([]),
  /** Names that stand in sentences as they are, figures included: SE 401 Q102 bis, S1, 36 46. */
  officialNames: z.array(z.string()),
  /** Spelled-out numbers that count as figures in a sentence. */
  numberWords: z.array(z.string()),
  /** Expressions with such a word that are no figure: "in two", « les deux ». */
  notFigures: z.array(z.string()).default([]),
  /** Words of duty and right: a sentence of an answer that holds one cites a fact. */
  dutyWords: z.array(z.string()).default([]),
  /** Expressions with such a word that lay nothing on anybody: "whether you must", « ce que vous devez ». */
  notDuties: z.array(z.string()).default([]),
  /** Country and nationality words that the country library lacks: ISO code → words. */
  countries: z.record(z.string(), z.array(z.string())),
  /** What stands between the items of a list: `، ` in Arabic, `，` in Chinese. */
  comma: z.string().default(', '),
  /** A figure and its unit are written together: 3个月. */
  unitsJoined: z.boolean().default(false),
  /** Plural categories whose form of a unit says the number by itself: شهر, شهرين. */
  unitsAlone: z.array(z.enum(['zero', 'one', 'two'])).default([]),
  /** A long number has a sign between its thousands: 10,339. */
  thousandsGrouped: z.boolean().default(true),
  /** Units by rate unit: in singular and plural, `months: ["month", "months"]`, or by the language's plural categories. */
  units: z.record(z.string(), z.union([z.tuple([z.string(), z.string()]), UnitForms])),
});
export type VocabularyFile = z.infer<typeof VocabularyFile>;
