/**
 * Where a person is reached outside a turn: a mail address with its thread, a Bot Framework conversation reference. Kept
 * encrypted, in a table of its own, for a stated time; never in the journal or a log.
 */
export type Addresses = {
  /** The newest address of a conversation replaces the one before. */
  keep(conversation: string, address: Address, at: string): Promise<void>;
  of(conversation: string): Promise<Address | null>;
  /** Forgets what was kept before this instant; returns how many. */
  forget(before: string): Promise<number>;
};

export type Address = {
  /** The channel that can read `where`: `email`, `bot-service`. */
  readonly channel: string;
  /** The channel's own words, plain JSON. */
  readonly where: Readonly<Record<string, unknown>>;
};
