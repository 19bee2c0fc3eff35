/** What a colleague thinks of a turn: one judgement a turn, the newest. */
export type Annotations = {
  put(annotation: Annotation): Promise<void>;
  of(conversation: string): Promise<readonly Annotation[]>;
  /** Newest first. */
  list(limit: number): Promise<readonly Annotation[]>;
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
