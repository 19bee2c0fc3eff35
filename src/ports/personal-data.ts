/** Everything that is kept about a person: found, given out, erased, and forgotten in its time. A person is their conversations. */
export type PersonalData = {
  /** The conversations that a conversation's id, a hand-over's reference or a mail address belongs to. */
  find(words: string): Promise<readonly string[]>;
  /** All that is kept about a conversation, by kind, encrypted things readable. Null when there is none. */
  export(conversation: string): Promise<Exported | null>;
  /** Gone from every table and from the database's own files. False when there was none. */
  erase(conversation: string, at: string): Promise<boolean>;
  /** Forgets what is older than its time; returns how much, by kind. */
  forget(before: Readonly<Record<Kept, string>>, at: string): Promise<Readonly<Record<Kept, number>>>;
  /**
   * Erases again what was erased before, after a backup was brought back: conversations with words from before their erasure.
   * Who went on in a conversation after having it erased keeps what was said since.
   */
  eraseAgain(erasures: readonly Erasure[], at: string): Promise<number>;
  erasures(): Promise<readonly Erasure[]>;
};

/** That something was erased: the SHA-256 of the conversation's name, and when (ISO 8601). */
export type Erasure = { readonly hash: string; readonly at: string };

export type Exported = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/**
 * What has a time of its own:
 * - `transcripts`: a conversation with all that hangs on it, counted from its last word
 * - `addresses`: where a person is reached (encrypted)
 * - `deliveries`: what was sent, or given up (encrypted)
 * - `drafts`: letters that were sent or dropped
 * - `audit`: what colleagues did
 * - `sessions`: sign-ins and invitations that are over
 * - `erasures`: that something was erased
 */
export const kept = Object.freeze([
  'transcripts',
  'addresses',
  'deliveries',
  'drafts',
  'audit',
  'sessions',
  'erasures',
] as const);
export type Kept = (typeof kept)[number];
