import type { Asked, Outcome } from '../page.ts';

/** What stands above a form of the page that was refused. */
export type Refused = { readonly password?: string; readonly code?: string };

/** The page again, with what was wrong. */
export type Refuse = (asked: Asked, refused: Refused) => Promise<Outcome>;
