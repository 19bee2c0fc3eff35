import type { Incoming, Reply, Trace } from '../conversation/reply.ts';

/**
 * What every door calls: one message in, what to say out, kept in the journal before it is said. Messages of one
 * conversation are answered one after the other; the same `incoming.id` again gives the answer that was recorded.
 * @throws AppError storage/failed or state/conflict: nothing was kept, the door must not acknowledge.
 */
export type Desk = {
  receive(incoming: Incoming, shown?: Shown): Promise<Answered>;
};

export type Answered = {
  readonly replies: readonly Reply[];
  readonly trace: Trace;
  /** Where the message stands in its conversation; its replies follow. */
  readonly position: number;
  /** The journal's id for each reply, in order. */
  readonly activities: readonly string[];
  /** Whether this delivery had come before: what it says was said then. */
  readonly repeated: boolean;
};

/** What of the incoming activity the channel shows again besides its text: a type, a client's own id. Plain JSON. */
export type Shown = Readonly<Record<string, unknown>>;
