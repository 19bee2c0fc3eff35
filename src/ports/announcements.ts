import type { Written } from './journal.ts';

/**
 * What processes on one database tell one another: that something was written, that the knowledge was published. Heard in the
 * process that announces it as well. What is announced while a process is cut off from the database, it does not hear:
 * `afterGap` says when that may have been.
 */
export type Announcements = {
  announce(topic: Topic, about: string): Promise<void>;
  /** Calls `heard` with what it is about, until the returned function is called. */
  hear(topic: Topic, heard: Heard): () => void;
  /** Calls `look` when something may have been missed and can be looked at again, until the returned function is called. */
  afterGap(look: (gap: Gap) => void): () => void;
};

/**
 * `upTo`: with `written`, the position up to which the conversation reaches now. `entries`: what was written up to there, where
 * this process wrote it and has it at hand.
 */
export type Heard = (about: string, upTo: number, entries?: readonly Written[]) => void;

/** ISO 8601: nothing announced before was missed. */
export type Gap = { readonly since: string };

/** `knowledge` is about a change's id, the others are about a conversation's. */
export type Topic = 'written' | 'knowledge' | 'erased' | 'links-ended';
