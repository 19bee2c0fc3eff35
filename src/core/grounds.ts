/** What a rule rests on beside its dated figures, and the contradictions among the sources that it touches. */
export type Ground = { readonly facts: readonly string[]; readonly flags: readonly string[] };

/** The rules that have such grounds, by module. */
export const groundNames = {
  fees: ['cover-start', 'gap', 'yearly-start', 'yearly-current-year'],
  reimbursement: ['gp', 'days'],
  deadlines: [
    'cover-start',
    'certificate',
    'rc-end',
    'rc-end-next-year',
    'rc-letter',
    'cmu-request',
    'cmu-decision',
    'final-number',
    'temporary-number-end',
    'ehic-gap',
    'ehic-short-of-year',
    'ehic-no-gap',
    'register',
    'register-with-university',
  ],
} as const;

/** `knowledge/grounds.yaml`. */
export type Grounds = {
  readonly [Module in keyof typeof groundNames]: Readonly<Record<(typeof groundNames)[Module][number], Ground>>;
};
