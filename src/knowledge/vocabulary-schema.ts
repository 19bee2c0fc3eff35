import { z } from 'zod';

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
  synonyms: z.array(z.array(z.string()).min(2)),
  /** Two words that the language writes as one, and what they are written out as: `don't: do not`. */
  contractions: z.record(z.string(), z.string()).default({}),
  abbreviations: z.record(z.string(), z.string()),
  domainTerms: z.array(z.string()),
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
  /** Units in singular and plural, by rate unit: `months: ["month", "months"]`. */
  units: z.record(z.string(), z.tuple([z.string(), z.string()])),
});
export type VocabularyFile = z.infer<typeof VocabularyFile>;
