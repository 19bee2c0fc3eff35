import type { Reply } from '../conversation/reply.ts';
import type { Address } from './addresses.ts';
import type { Delivery } from './outbox.ts';

/** Appends what is said outside a turn to a conversation's journal, with what has to be delivered, in one transaction. */
export type Utterances = {
  /**
   * `deliver` is asked with the conversation's address, where it has one; what it returns goes into the outbox. The same
   * activity again changes nothing.
   * @throws AppError storage/failed
   */
  append(
    said: Utterance,
    deliver: (address: Address) => Delivery | null,
  ): Promise<'said' | 'said-before' | 'no-such-conversation'>;
};

export type Utterance = {
  readonly conversation: string;
  readonly activity: string;
  readonly reply: Reply;
  /** ISO 8601. */
  readonly at: string;
};
