/** Where somebody looks after their own account. */
export const ownPath = '/staff/account';

/** What may be used while something about the account has to be done first. */
export const ownPaths: ReadonlySet<string> = new Set(
  ['', '/password', '/second-step/offer', '/second-step/begin'].map((end) => ownPath + end),
);
