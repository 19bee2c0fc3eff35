import type { Address } from './addresses.ts';

/**
 * Letters that wait for a colleague: what the desk would have answered, a section a question, with what is missing marked.
 * What was said and asked is redacted; the address is kept encrypted.
 */
export type Drafts = {
  /** The same id twice is one draft. */
  put(draft: NewDraft): Promise<void>;
  /** Oldest first. */
  list(state: DraftState, limit: number): Promise<readonly Draft[]>;
  read(id: string): Promise<Draft | null>;
  /** Replaces the texts; a section whose text is not empty is no longer missing. Headings stay. */
  edit(id: string, texts: readonly string[], at: string): Promise<DraftDone>;
  /**
   * Sends it: the letter goes into the outbox and the journal in one transaction. Refused as `incomplete` while a section
   * is missing.
   */
  approve(id: string, at: string): Promise<DraftDone | 'incomplete'>;
  /** Nothing is sent. */
  drop(id: string, at: string): Promise<DraftDone>;
};

/** `not-open`: it was sent or dropped before, or there is none. */
export type DraftDone = 'done' | 'not-open';

export type DraftState = 'open' | 'sent' | 'dropped';

export type DraftSection = {
  /** The topic's title, which the letter bears; null for what is said outside a question. */
  readonly heading: string | null;
  /** What the person asked there, redacted, for who has to write the answer: in no letter. */
  readonly asked?: string;
  /** Markdown. While it is missing: what the desk would have said, or nothing. */
  readonly text: string;
  /** No answer was found, or not surely: a colleague has to write or confirm it; `edit` with a text does either. */
  readonly missing: boolean;
};

/**
 * `other-address`: a mail that nobody authenticated named where this goes, which is not where it came from.
 * `address-unknown`: whose question it is stands there by name alone: it goes to the colleague who forwarded it.
 * `thread-unknown`: it quotes a letter of ours and names none: what was asked before is not known.
 */
export type DraftDoubt = 'other-address' | 'address-unknown' | 'thread-unknown';

/** How a letter greets: as the student did, or as one greets anybody. */
export type Register = 'formal' | 'usual' | 'plain';

export type NewDraft = {
  readonly id: string;
  readonly conversation: string;
  readonly channel: string;
  readonly language: string;
  readonly sections: readonly DraftSection[];
  /** Where it goes, as the channel reads it. */
  readonly where: Address['where'];
  readonly doubt?: DraftDoubt;
  readonly register?: Register;
  /** ISO 8601. */
  readonly at: string;
};

/** Without the address: for the staff's pages. */
export type Draft = Omit<NewDraft, 'where'> & { readonly state: DraftState; readonly changedAt: string };

/** What an approved draft puts into the outbox. */
export type LetterContent = {
  readonly kind: 'letter';
  readonly where: Address['where'];
  readonly language: string;
  readonly sections: readonly DraftSection[];
  readonly register?: Register;
  /** Set where no person had a hand in it: mail programs must not answer it automatically. */
  readonly automatic?: true;
  /** Emergency numbers: nothing stands above them, and nothing below that asks for an answer. */
  readonly urgent?: true;
};
