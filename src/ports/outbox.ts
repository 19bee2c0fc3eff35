/**
 * What has to leave the house and may have to wait: survives a restart, backs off, never sends a confirmed delivery again.
 * A delivery is `queued`, `sending` (claimed by a process), `sent`, `uncertain` (the process died between sending and
 * noting it: a person decides) or `failed` (given up).
 */
export type Outbox = {
  /** The same id twice is one delivery. */
  put(delivery: Delivery): Promise<void>;
  /** Claims what is due, oldest first: nobody else gets it until it is settled. */
  claim(channel: string, now: string, limit: number): Promise<readonly Claimed[]>;
  settle(id: string, end: Settled): Promise<void>;
  /** What a process that is gone had claimed becomes `uncertain`. Called once at start. */
  recover(): Promise<number>;
  list(states: readonly DeliveryState[], limit: number): Promise<readonly Listed[]>;
  /** A person's decision on what is `uncertain` or `failed`. */
  decide(id: string, decision: 'send-again' | 'drop', at: string): Promise<void>;
};

export type DeliveryState = 'queued' | 'sending' | 'sent' | 'uncertain' | 'failed';

export type Delivery = {
  readonly id: string;
  readonly conversation: string;
  /** `email`, `bot-service`. */
  readonly channel: string;
  /** What the channel needs to send it, plain JSON; kept encrypted. */
  readonly content: Readonly<Record<string, unknown>>;
  /** ISO 8601: not before. */
  readonly due: string;
};

export type Claimed = Delivery & { readonly attempts: number };

export type Settled =
  | { readonly state: 'sent'; readonly at: string }
  | { readonly state: 'queued'; readonly due: string; readonly code: string }
  | { readonly state: 'uncertain' | 'failed'; readonly code: string };

/** Without the content: for the health page and the queue. */
export type Listed = {
  readonly id: string;
  readonly conversation: string;
  readonly channel: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly due: string;
  readonly code: string | null;
};
