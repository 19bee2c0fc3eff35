/**
 * Mail that was answered by nobody, by a rule: kept and listed, so that nothing that was acknowledged is lost. Subject and
 * text are redacted; who wrote is kept encrypted.
 */
export type RefusedMails = {
  /** The same id twice is one mail. */
  put(mail: RefusedMail): Promise<void>;
  /** Those that somebody may wait for first, then the newest; those alone that nobody has looked at. */
  list(limit: number): Promise<readonly RefusedMail[]>;
  read(id: string): Promise<RefusedMail | null>;
  /** Somebody has looked at it. */
  done(id: string, at: string): Promise<'done' | 'not-open'>;
};

export type RefusedMail = {
  readonly id: string;
  /** Why: `mail/…`. */
  readonly code: string;
  /** Whether somebody may wait for an answer; not where a program wrote, as far as the rules know. */
  readonly waits: boolean;
  /** The address that it names as its writer's; empty where it names none. */
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  /** ISO 8601. */
  readonly at: string;
};
