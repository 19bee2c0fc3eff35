import type { Incoming, Reply, Trace } from '../conversation/reply.ts';

/** What every door calls: one message in, what to say out, kept in the journal before it is said. */
export type Desk = {
  receive(incoming: Incoming): Promise<{ readonly replies: readonly Reply[]; readonly trace: Trace }>;
};
