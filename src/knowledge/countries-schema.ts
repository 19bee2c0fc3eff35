import { z } from 'zod';
import { DayField } from './day-field.ts';
import { FactId } from './ids.ts';

const CountryCode = z.string().regex(/^[A-Z]{2}(-[A-Z]{2})?$/, 'an ISO 3166-1 alpha-2 code, quoted: "DE"');

/** `knowledge/countries.yaml`: every country that may be named, and who may use a European card since when. */
export const CountriesFile = z
  .strictObject({
    codes: z.array(CountryCode).min(1),
    /** France and the territories that its insurance covers. */
    france: z.array(CountryCode).min(1),
    /** Territories whose people are French and insured apart. */
    frenchApart: z.array(CountryCode).default([]),
    /** Countries with an agreement of their own with France on health insurance. */
    ownAgreement: z.array(CountryCode).default([]),
    /** Members of the EU, the EEA or the agreement with Switzerland, with first and last day. */
    eea: z.record(
      CountryCode,
      z.strictObject({
        from: DayField.optional(),
        until: DayField.optional(),
        byAgreement: z.boolean().optional(),
        facts: z.array(FactId).min(1),
      }),
    ),
    partOf: z.record(CountryCode, CountryCode),
    /** Near a member, and treated like all the others. */
    outside: z.array(CountryCode),
    insuredApart: z.record(CountryCode, CountryCode),
    reviewed: DayField,
  })
  .refine(
    ({ codes, france, frenchApart, ownAgreement, eea, partOf, outside, insuredApart }) =>
      [
        france,
        frenchApart,
        ownAgreement,
        Object.keys(eea),
        Object.entries(partOf).flat(),
        outside,
        Object.entries(insuredApart).flat(),
      ]
        .flat()
        .every((code) => codes.includes(code)),
    'every code named below stands in "codes"',
  )
  .refine(({ eea, outside }) => outside.every((code) => !(code in eea)), 'no code both in "eea" and in "outside"');
export type CountriesFile = z.infer<typeof CountriesFile>;
