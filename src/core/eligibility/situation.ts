import { z } from 'zod';
import { dayField, objectOf, oneOf, yesOrNo } from '../fields.ts';
import { accepts } from '../parse.ts';

/** A hundred years of months: more is a slip of the pen. */
const mostMonths = 1200;
export const mostYears = 120;

const day = (field: string) => orUnknown(dayField, field);
const yesNo = (field: string) => orUnknown(yesOrNo, field);

/** What is known of a student, as the JSON API takes it: every field may be missing or `"unknown"`. */
export const situationSchema = objectOf({
  /** The day the decision is for; filled in at the edge. */
  on: day('on'),
  /** `higher-education` opens student rights; `other` is a language school. */
  school: orUnknown(oneOf(['higher-education', 'other']), 'school'),
  /** ISO 3166-1 alpha-2, or `CA-QC` or `XK`. */
  nationality: orUnknown(z.string(), 'nationality'),
  insuredIn: orUnknown(z.string(), 'insuredIn'),
  /** A European card (for the United Kingdom since 2021 any UK card or GHIC), against the whole stay. */
  ehic: orUnknown(oneOf(['none', 'partial', 'full']), 'ehic'),
  /** The card's last day. */
  ehicUntil: day('ehicUntil'),
  s1: yesNo('s1'),
  quebecForm: yesNo('quebecForm'),
  /** The whole stay in months, not what remains. */
  stayMonths: orUnknown(z.number().positive().max(mostMonths), 'stayMonths', { most: mostMonths }),
  stayFrom: day('stayFrom'),
  stayUntil: day('stayUntil'),
  /** Elapsed on `on`. */
  monthsInFrance: orUnknown(z.number().nonnegative().max(mostMonths), 'monthsInFrance', { most: mostMonths }),
  /** Whole years on `on`. */
  age: orUnknown(z.int().min(0).max(mostYears), 'age', { most: mostYears }),
  birthDate: day('birthDate'),
  frenchGovernmentScholarship: yesNo('frenchGovernmentScholarship'),
  /** Already registered in the general scheme. */
  registered: yesNo('registered'),
  lowIncome: yesNo('lowIncome'),
  /** Only selects the Quebec form. */
  exchange: yesNo('exchange'),
  /** Vocational training: only add-on A1. */
  training: yesNo('training'),
  /** Was in the student scheme in 2017-18. */
  inStudentScheme2017: yesNo('inStudentScheme2017'),
  /** `minor`: any paid work; `qualifying`: salaried the whole academic year, or a work-study contract. */
  work: orUnknown(oneOf(['none', 'minor', 'qualifying']), 'work'),
});

export type Situation = Readonly<z.infer<typeof situationSchema>>;
export type SituationField = keyof Situation;

/** What a dialog may ask, in the order in which it asks. */
export const fieldOrder = [
  'on',
  'school',
  'inStudentScheme2017',
  'registered',
  'nationality',
  'insuredIn',
  'ehic',
  'quebecForm',
  'work',
  's1',
  'stayMonths',
  'frenchGovernmentScholarship',
  'age',
  'monthsInFrance',
  'lowIncome',
] as const satisfies readonly SituationField[];
export type Field = (typeof fieldOrder)[number];

/** The value, or undefined when it was not given or not known. */
export function known<T>(value: T | 'unknown'): Exclude<T, 'unknown' | undefined> | undefined {
  return value === 'unknown' || value === undefined ? undefined : (value as Exclude<T, 'unknown' | undefined>);
}

function orUnknown<T extends z.ZodType>(value: T, field: string, filledWith?: Readonly<Record<string, number>>) {
  return z.union([value, z.literal('unknown')], accepts(`eligibility:accepted.${field}`, filledWith)).optional();
}
