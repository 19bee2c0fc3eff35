/** How the door for mail does, as this process sees it. */
export type MailStanding = {
  /** `sends`: letters go out, no box is read; `broken`: the box cannot be read, and is tried again. */
  readonly state: 'off' | 'sends' | 'connecting' | 'connected' | 'broken';
  /** Since when, ISO 8601; null where that says nothing. */
  readonly since: string | null;
  /** Why it is broken. */
  readonly code: string | null;
  /** When a mail was read last, since the start of the process. */
  readonly lastMail: string | null;
};
