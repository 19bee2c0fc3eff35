import type { Reply, Trace } from '../conversation/reply.ts';

/** One activity in or out, already redacted. Times are ISO 8601 instants, set by the caller. */
export type JournalEntry = {
  readonly conversation: string;
  /** The activity's id: unique in its conversation. */
  readonly activity: string;
  readonly direction: 'in' | 'out';
  readonly channel: string;
  readonly at: string;
  readonly text: string;
  /** With `in`: what the channel shows again besides the text (a type, the client's own id), JSON; null for a bare text. */
  readonly activityJson: string | null;
  /** With `out`: what was said. A channel renders it whenever it is read. */
  readonly reply: Reply | null;
  /** With `out`: why. */
  readonly trace: Trace | null;
};

/** `position` counts a conversation's entries from 1, without gaps until somebody has theirs erased. */
export type Written = JournalEntry & { readonly position: number };

/** Every activity with its trace, in order. A write that resolved survives `kill -9`. */
export type Journal = {
  read(conversation: string, after: number, limit: number): Promise<readonly Written[]>;
  /**
   * Calls `heard` after each write to the conversation, with the position that it reaches up to (`Infinity` where that is not
   * known), until the returned function is called. A write may be heard twice. `entries`: what was written up to there, where
   * that need not be read first.
   */
  follow(conversation: string, heard: (upTo: number, entries?: readonly Written[]) => void): () => void;
};
