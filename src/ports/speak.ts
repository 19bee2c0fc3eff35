import type { Reply } from '../conversation/reply.ts';

/**
 * Says something to a person outside a turn: a colleague's reply, a correction. It stands in the journal like any other
 * reply, so that who is connected sees it at once; for a channel that has to be called (mail, Teams) a delivery goes into
 * the outbox in the same transaction. The same `id` again says nothing twice.
 * @throws AppError storage/failed: nothing was kept
 */
export type Speak = (words: {
  readonly conversation: string;
  readonly id: string;
  readonly reply: Reply;
}) => Promise<'said' | 'no-such-conversation'>;
