import type { DangerDegree, DangerKind } from '../core/danger/index.ts';
import type { TurnDecision } from '../conversation/reply.ts';

/**
 * The conversations as colleagues look for them. The list is written in the transaction that writes the journal, and what is
 * erased there is gone from here. Conversations in which nobody asked anything are not listed.
 */
export type Search = {
  /** Newest first; `before` is the number of the last one seen, `after` reads back towards the newest. */
  list(
    filter: ConversationFilter,
    page: { readonly before?: number; readonly after?: number; readonly limit: number },
  ): Promise<ConversationPage>;
  find(conversation: string): Promise<ListedConversation | null>;
  /** The channels and languages that there are. */
  choices(): Promise<{ readonly channels: readonly string[]; readonly languages: readonly string[] }>;
  mark(
    conversation: string,
    marks: { readonly reviewed?: boolean; readonly assigned?: string | null },
  ): Promise<boolean>;
};

export type ConversationPage = {
  readonly conversations: readonly ListedConversation[];
  /** Whether there are older, and newer, ones. */
  readonly older: boolean;
  readonly newer: boolean;
};

/** What a conversation must be; what is left out does not matter. */
export type ConversationFilter = {
  /** Words that all occur in it, in any order; the last may be a beginning. */
  readonly words?: string | undefined;
  readonly channel?: string | undefined;
  readonly language?: string | undefined;
  /** Some message came to this, or to one of these. */
  readonly decision?: TurnDecision | undefined;
  readonly decisions?: readonly TurnDecision[] | undefined;
  /** Without a person, a miss, a thumb down or an open question. */
  readonly resolved?: boolean | undefined;
  /** One of these was answered or asked about. */
  readonly intents?: readonly string[] | undefined;
  /** Some reply was less sure than this. */
  readonly surenessBelow?: number | undefined;
  readonly feedback?: 'helped' | 'not-helped' | undefined;
  readonly handedOver?: boolean | undefined;
  readonly emergency?: boolean | undefined;
  /** Danger of this degree, of this kind, was heard in it. */
  readonly degree?: DangerDegree | undefined;
  readonly kind?: DangerKind | undefined;
  /** ISO 8601 instants of its beginning: from, and before. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly reviewed?: boolean | undefined;
  /** An account's id. */
  readonly assigned?: string | undefined;
};

export type ListedConversation = {
  /** Counts conversations in the order that they began. */
  readonly number: number;
  readonly conversation: string;
  readonly startedAt: string;
  readonly changedAt: string;
  readonly channel: string;
  readonly language: string | null;
  /** The beginning of the first thing asked. */
  readonly opening: string;
  /** Messages of the person. */
  readonly asked: number;
  /** The last turn's. */
  readonly decision: TurnDecision | null;
  /** The least sure score. */
  readonly leastSure: number | null;
  readonly handedOver: boolean;
  readonly emergency: boolean;
  readonly helped: number;
  readonly notHelped: number;
  /** Turns that found no answer. */
  readonly missed: number;
  readonly reviewed: boolean;
  readonly assigned: string | null;
};
