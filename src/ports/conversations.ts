import type { ConversationState } from '../conversation/state.ts';
import type { Effect } from '../conversation/reply.ts';
import type { JournalEntry } from './journal.ts';

/**
 * What a turn leaves behind is written in one transaction, or not at all: entries, state and effects.
 * `expected` is the version that was read; another writer in between makes `save` answer `conflict`, and the turn is
 * taken again on what stands now: a lost update is retried, never overwritten.
 */
export type Conversations = {
  load(conversation: string): Promise<{ readonly state: ConversationState | null; readonly version: number }>;
  /** The entries already written for this incoming activity: the same delivery twice is answered once. */
  answered(conversation: string, activity: string): Promise<readonly JournalEntry[] | null>;
  save(turn: {
    readonly conversation: string;
    readonly expected: number;
    readonly state: ConversationState;
    readonly entries: readonly JournalEntry[];
    readonly effects: readonly Effect[];
  }): Promise<'saved' | 'conflict'>;
};
