import type { ConversationState } from '../conversation/state.ts';
import type { Effect } from '../conversation/reply.ts';
import type { JournalEntry, Written } from './journal.ts';

/**
 * What a turn leaves behind is written in one transaction, or not at all: entries, state and effects.
 * `expected` is the version that was read; another writer in between makes `save` answer `conflict`, and the turn is
 * taken again on what stands now: a lost update is retried, never overwritten.
 */
export type Conversations = {
  /** A conversation that nobody has spoken in has no state and version 0. */
  load(conversation: string): Promise<{ readonly state: ConversationState | null; readonly version: number }>;
  /** All entries of the turn that answered this incoming activity, or null: the same delivery twice is answered once. */
  answered(conversation: string, activity: string): Promise<readonly Written[] | null>;
  /** Both at once, where a turn begins. Whoever follows the conversation is told again of an answer that was recorded. */
  begin(conversation: string, activity: string): Promise<Beginning>;
  save(turn: TurnToSave): Promise<'saved' | 'conflict'>;
};

/** `entries`: how many there are by now, so that the turn's first gets the next position. */
export type Beginning =
  | { readonly kind: 'answered'; readonly entries: readonly Written[] }
  | {
      readonly kind: 'new';
      readonly state: ConversationState | null;
      readonly version: number;
      readonly entries: number;
      /** The one that was made last, where the state knows of one. */
      readonly handover: HandoverStanding | null;
    };

/** How a hand-over stands; instants are ISO 8601. */
export type HandoverStanding = {
  readonly reference: string;
  readonly state: 'open' | 'closed';
  readonly holder: string | null;
  readonly actedAt: string | null;
  readonly closedAt: string | null;
};

export type TurnToSave = {
  readonly conversation: string;
  readonly expected: number;
  readonly state: ConversationState;
  readonly entries: readonly JournalEntry[];
  readonly effects: readonly Effect[];
  /** ISO 8601 instant. */
  readonly at: string;
};
