import type { MailRefusal } from './refusal.ts';

/** What became of a mail. Refused ones are kept for a person to look at: nothing is thrown away. */
export type MailOutcome =
  | { readonly kind: 'answered' | 'drafted'; readonly conversation: string }
  | { readonly kind: 'refused'; readonly code: MailRefusal };
