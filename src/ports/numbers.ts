import type { TurnDecision } from '../conversation/reply.ts';
import type { DangerDegree, DangerKind } from '../core/danger/index.ts';

/** What is counted over the questions of a span of time; instants are ISO 8601, from and before. */
export type Numbers = {
  /** Questions by a property of theirs and by what came of them. */
  questions(by: 'day' | 'channel' | 'language' | 'intent', span: Span): Promise<readonly Count[]>;
  conversations(span: Span): Promise<ConversationCounts>;
  /** Questions that came to nothing, or to a reply that did not help: each text once, the most frequent first. */
  missed(kind: MissedKind, span: Span, limit: number): Promise<readonly Missed[]>;
  /** For each hand-over: minutes from the first message until it was made, and until a colleague answered (null: not yet). */
  handovers(span: Span): Promise<readonly { readonly untilMade: number; readonly untilAnswered: number | null }[]>;
  /** Turns that heard danger. No other figure counts them, nor the conversations that they stand in. */
  emergencies(span: Span): Promise<readonly EmergencyCount[]>;
  /** Judged turns by verdict, by the day of the judgement. */
  verdicts(span: Span): Promise<readonly { readonly day: string; readonly verdict: string; readonly count: number }[]>;
};

export type Span = { readonly from: string; readonly until: string };

export type EmergencyCount = { readonly degree: DangerDegree; readonly kind: DangerKind; readonly count: number };

export type Count = { readonly key: string | null; readonly decision: TurnDecision; readonly count: number };

export type ConversationCounts = {
  readonly all: number;
  /** Ended without a person, a miss, a thumb down or a question that is still open. */
  readonly resolved: number;
  readonly handedOver: number;
  readonly helped: number;
  readonly notHelped: number;
};

/** `decline`: not understood; `gap`: understood, but no document answers it; `not-helped`: a thumb down. */
export type MissedKind = 'decline' | 'gap' | 'not-helped';

export type Missed = {
  readonly question: string;
  readonly language: string;
  readonly count: number;
  /** One conversation where it was asked. */
  readonly conversation: string;
  readonly intent: string | null;
};
