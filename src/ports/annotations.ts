import type { TurnDecision } from '../conversation/reply.ts';

/** What a colleague thinks of a turn: one judgement a turn, the newest. */
export type Annotations = {
  put(annotation: Annotation): Promise<void>;
  of(conversation: string): Promise<readonly Annotation[]>;
  /** Newest first. */
  list(limit: number, filter?: AnnotationFilter): Promise<readonly Judged[]>;
  /** Takes a judgement back: the turn is as if nobody had judged it. */
  remove(turn: Pick<Annotation, 'conversation' | 'position'>): Promise<void>;
  /** Turns that nobody has judged, the newest first. */
  toReview(limit: number): Promise<readonly ToReview[]>;
};

export type AnnotationFilter = {
  readonly verdict?: Annotation['verdict'] | undefined;
  readonly reason?: NonNullable<Annotation['reason']> | undefined;
  readonly who?: string | undefined;
};

/** A judgement with what it is on. */
export type Judged = Annotation & { readonly question: string; readonly language: string | null };

export type ToReview = {
  readonly conversation: string;
  readonly position: number;
  readonly at: string;
  readonly question: string;
  readonly language: string;
  readonly decision: TurnDecision;
  readonly intent: string | null;
  readonly score: number | null;
  readonly reply: string;
};

export const verdicts = Object.freeze(['right', 'wrong', 'unclear'] as const);
/** Why a reply was wrong or unclear. */
export const reasons = Object.freeze([
  'misunderstood',
  'not-answered',
  'wrong-figure',
  'out-of-date',
  'incomplete',
  'badly-worded',
  'should-hand-over',
] as const);

export type Annotation = {
  readonly conversation: string;
  /** Where the message stands in the journal. */
  readonly position: number;
  readonly verdict: (typeof verdicts)[number];
  readonly reason: (typeof reasons)[number] | null;
  /** The answer or dialog that would have been right, by its id. */
  readonly rightAnswer: string | null;
  /** A colleague's words, redacted. */
  readonly note: string;
  readonly who: string;
  readonly name: string;
  /** ISO 8601. */
  readonly at: string;
};
