import type { Trace } from '../conversation/reply.ts';

/** One activity in or out, already redacted. Times are ISO 8601 instants, set by the caller. */
export type JournalEntry = {
  readonly conversation: string;
  /** The activity's id: unique in its conversation. */
  readonly activity: string;
  readonly direction: 'in' | 'out';
  readonly channel: string;
  readonly at: string;
  readonly text: string;
  /** The activity as the channel shows it (attachments, suggested actions), JSON; null for a bare text. */
  readonly activityJson: string | null;
  /** With `out`: why. */
  readonly trace: Trace | null;
};

/** Every activity with its trace, in order. A write that resolved survives `kill -9`. */
export type Journal = {
  /** The position of each conversation's entries counts from 1 without gaps. */
  read(
    conversation: string,
    after: number,
    limit: number,
  ): Promise<readonly (JournalEntry & { readonly position: number })[]>;
};
