import type { DangerDegree, DangerKind } from '../core/danger/index.ts';

/**
 * What has to leave the house and may have to wait: survives a restart, backs off, never sends a confirmed delivery again.
 * A delivery is `queued`, `sending` (claimed by a process), `sent`, `uncertain` (it may have gone out, nobody noted it: a
 * person decides) or `failed` (given up).
 */
export type Outbox = {
  /** The same id twice is one delivery. */
  put(delivery: Delivery): Promise<void>;
  /** Claims what is due, oldest first: nobody else gets it until it is settled or the claim has run out. */
  claim(channel: string, now: string, limit: number): Promise<readonly Claimed[]>;
  /** A delivery that is noted as sent stays so. */
  settle(id: string, end: Settled): Promise<void>;
  /** Claims that have run out by `now` belong to a process that is gone: they become `uncertain`. Returns how many. */
  recover(now: string): Promise<number>;
  /** Newest first. */
  list(states: readonly DeliveryState[], limit: number): Promise<readonly Listed[]>;
  /** A person's decision on what is `uncertain` or `failed`; anything else is left as it is. */
  decide(id: string, decision: 'send-again' | 'drop', at: string): Promise<'done' | 'not-waiting'>;
};

export type DeliveryState = 'queued' | 'sending' | 'sent' | 'uncertain' | 'failed';

export type Delivery = {
  readonly id: string;
  readonly conversation: string;
  /** `email`, `bot-service`. */
  readonly channel: string;
  /** What the channel needs to send it, plain JSON; kept encrypted. What `Speak` puts here is a `SpokenContent`. */
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
  /** How often it was tried. */
  readonly attempts: number;
  readonly due: string;
  readonly code: string | null;
};

/** What a hand-over puts into the outbox where the desk is told by mail. */
export type HandoverContent = { readonly kind: 'handover'; readonly reference: string };

/** What danger that was heard puts there where the desk is told by mail. Nothing that anybody wrote. */
export type DangerContent = DangerAnnounced & { readonly kind: 'danger' };

export type DangerAnnounced = {
  /** ISO 8601. */
  readonly at: string;
  readonly channel: string;
  readonly language: string;
  readonly degree: DangerDegree;
  readonly danger: DangerKind;
  /** Why the mail that it stood in was not let in; null where there is a conversation to look at. */
  readonly refused: string | null;
};

/** The code that proves an address before anything else is mailed to it. */
export type CodeContent = {
  readonly kind: 'code';
  readonly to: string;
  readonly language: string;
  readonly code: string;
};

/** Sends one delivery. What it throws is a bug: the delivery becomes `uncertain`. */
export type Sender = (delivery: Claimed) => Promise<Sending>;

export type Sending =
  | { readonly kind: 'sent' }
  /** Not delivered for sure, and worth another try; `retryAfter` in seconds where the other side named it. */
  | { readonly kind: 'again'; readonly code: string; readonly retryAfter?: number | undefined }
  /** The other side may have taken it. */
  | { readonly kind: 'uncertain'; readonly code: string }
  /** Refused for good. */
  | { readonly kind: 'failed'; readonly code: string };
