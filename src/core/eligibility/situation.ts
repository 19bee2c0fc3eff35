import { z } from 'zod';
import { dayField, objectOf, oneOf, yesOrNo } from '../fields.ts';
import { accepts } from '../parse.ts';

/** A hundred years of months: more is a slip of the pen. */
const mostMonths = 1200;
export const mostYears = 120;

type Accepted = ReturnType<typeof accepts>;

// A limit that is passed says the same as a wrong type: what the field accepts.
const limits = {
  stay: accepted('stayMonths', { most: mostMonths }),
  elapsed: accepted('monthsInFrance', { most: mostMonths }),
  age: accepted('age', { most: mostYears }),
};
const day = (field: string) => orUnknown(dayField, accepted(field));
const yesNo = (field: string) => orUnknown(yesOrNo, accepted(field));

/** What is known of a student, as the JSON API takes it: every field may be missing or `"unknown"`. */
export const situationSchema = objectOf({
  /** The day the decision is for; filled in at the edge. */
  on: day('on'),
  /** `higher-education` opens student rights; `other` is a language school. */
  school: orUnknown(oneOf(['higher-education', 'other']), accepted('school')),
  /** ISO 3166-1 alpha-2, or `CA-QC` or `XK`. */
  nationality: orUnknown(z.string(), accepted('nationality')),
  insuredIn: orUnknown(z.string(), accepted('insuredIn')),
  /** A European card (for the United Kingdom since 2021 any UK card or GHIC), against the whole stay. */
  ehic: orUnknown(oneOf(['none', 'partial', 'full']), accepted('ehic')),
  /** The card's last day. */
  ehicUntil: day('ehicUntil'),
  s1: yesNo('s1'),
  quebecForm: yesNo('quebecForm'),
  /** The whole stay in months, not what remains. */
  stayMonths: orUnknown(z.number().positive(limits.stay).max(mostMonths, limits.stay), limits.stay),
  stayFrom: day('stayFrom'),
  stayUntil: day('stayUntil'),
  /** Elapsed on `on`. */
  monthsInFrance: orUnknown(z.number().nonnegative(limits.elapsed).max(mostMonths, limits.elapsed), limits.elapsed),
  /** Whole years on `on`. */
  age: orUnknown(z.int(limits.age).min(0, limits.age).max(mostYears, limits.age), limits.age),
  birthDate: day('birthDate'),
  frenchGovernmentScholarship: yesNo('frenchGovernmentScholarship'),
  /** Already registered in the general scheme. */
  registered: yesNo('registered'),
  /** Was registered, then left France or let the permit run out: never asked, only heard. */
  returning: yesNo('returning'),
  /** Enrolled only at a school outside France: never asked, only heard. */
  schoolAbroad: yesNo('schoolAbroad'),
  lowIncome: yesNo('lowIncome'),
  /** Only selects the Quebec form. */
  exchange: yesNo('exchange'),
  /** Vocational training: only add-on A1. */
  training: yesNo('training'),
  /** Was in the student scheme in 2017-18. */
  inStudentScheme2017: yesNo('inStudentScheme2017'),
  /** `minor`: any paid work; `qualifying`: salaried the whole academic year, or a work-study contract. */
  work: orUnknown(oneOf(['none', 'minor', 'qualifying']), accepted('work')),
});

export type StudentSituation = Readonly<z.infer<typeof situationSchema>>;
export type SituationField = keyof StudentSituation;

/** The fields that a yes or a no answers. */
export const yesNoFields: ReadonlySet<string> = new Set(
  Object.entries(situationSchema.shape).flatMap(([name, field]) => (field.safeParse(true).success ? [name] : [])),
);

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

function orUnknown<T extends z.ZodType>(value: T, error: Accepted) {
  return z.union([value, z.literal('unknown')], error).optional();
}

function accepted(field: string, filledWith?: Readonly<Record<string, number>>): Accepted {
  return accepts(`eligibility:accepted.${field}`, filledWith);
}
