import type { DangerDegree, DangerKind } from '../core/danger/index.ts';
import type { Holder } from './queue.ts';

/**
 * Conversations in which danger was heard, for the colleagues who look after them. A conversation is one of them once,
 * however often danger is spoken of in it, until a colleague is done with it; danger that is heard later opens it again.
 */
export type Emergencies = {
  /** Those that nobody is done with: certain before possible, then the newest first. */
  list(limit: number): Promise<readonly Emergency[]>;
  /** As it stands now; null where no danger was ever heard. */
  of(conversation: string): Promise<Emergency | null>;
  /** Who has seen it first: the one who asks, or another before. */
  see(upTo: UpTo, who: Holder, at: string): Promise<Holder | null>;
  done(upTo: UpTo, who: Holder, at: string): Promise<'done' | 'not-open'>;
  /** How many conversations are open. */
  waiting(): Promise<Readonly<Record<DangerDegree, number>>>;
};

/** What a colleague had before them: what was heard since is not seen. */
export type UpTo = { readonly conversation: string; readonly turn: number };

export type Emergency = {
  readonly conversation: string;
  /** The newest turn of it that heard danger. */
  readonly turn: number;
  /** ISO 8601, of that turn. */
  readonly at: string;
  readonly channel: string;
  readonly language: string;
  /** The gravest of what is open. */
  readonly degree: DangerDegree;
  /** Of the gravest, the newest. */
  readonly kind: DangerKind;
  /** In how many turns. */
  readonly times: number;
  readonly seen: Holder | null;
  /** Null while it is open. */
  readonly doneAt: string | null;
  readonly doneBy: Holder | null;
};
