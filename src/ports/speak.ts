import type { Reply } from '../conversation/reply.ts';
import type { Address } from './addresses.ts';

/**
 * Says something to a person outside a turn: a colleague's reply, a correction. It stands in the journal like any other
 * reply, so that who is connected sees it at once; for a channel that has to be called (mail, Teams) a delivery with a
 * `SpokenContent` goes into the outbox in the same transaction. The same `id` again says nothing twice.
 * The caller redacts what is said.
 * @throws AppError storage/failed: nothing was kept
 */
export type Speak = (words: {
  readonly conversation: string;
  /** The journal's id for it: unique in the conversation. */
  readonly id: string;
  readonly reply: Reply;
}) => Promise<'said' | 'no-such-conversation'>;

/** What is delivered to a channel that has to be called: where to, as that channel kept it, and what was said. */
export type SpokenContent = {
  readonly kind: 'spoken';
  readonly where: Address['where'];
  readonly reply: Reply;
};
