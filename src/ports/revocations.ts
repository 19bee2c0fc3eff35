/**
 * Conversations that were forgotten or taken away: what was signed for one before then is good for nothing more, in every
 * process on the database. Who has their own words erased and goes on is none of them.
 */
export type Revocations = {
  /** When the conversation's tokens ended (ISO 8601); null when they did not. */
  of(conversation: string): Promise<string | null>;
  /** When the conversation's private links ended, and with them what was opened by one; null when they did not. */
  ofLinks(conversation: string): Promise<string | null>;
  endLinks(conversation: string, at: string): Promise<void>;
};

/** How long a private link is good. */
export const linkDays = 7;
