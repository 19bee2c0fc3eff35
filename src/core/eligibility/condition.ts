/** What may be asked of a case beside its row, by the names that the files of `knowledge/` use: see circumstances.ts. */
export const circumstanceNames = [
  'european',
  'may-be-quebec',
  'exchange',
  'no-exchange',
  'by-agreement',
  'insured-elsewhere',
  'card-for-part',
  'card-held',
  'card-ends-before-year',
  'three-months-decide',
  'at-age-limit',
  'age-limit-reached',
  'age-decides',
  'may-turn-twenty',
  'small-job',
  'paid-work',
  'work-or-training',
  'low-income',
  'registered',
  'returning',
  'own-agreement',
  'french-from-afar',
  'language-school',
  'desk-sells',
  'cmu-era',
  'css-open',
  'cvec-due',
] as const;
export type Circumstance = (typeof circumstanceNames)[number];

/** Something is said of those of whom all of `when` holds and none of `not`. */
export type Condition = { readonly when: readonly Circumstance[]; readonly not: readonly Circumstance[] };
