/** What a person does to something that was said before: takes a message back, puts a verdict on a reply or off it. */
export type SecondThoughts = {
  /** The text of a message, in every wording it had, is overwritten. False when there is no such message. */
  withdraw(conversation: string, message: string): Promise<boolean>;
  /** The same verdict on the same reply counts once. False when no such message was answered. */
  rate(verdict: Verdict): Promise<boolean>;
  /** Takes back a verdict without a comment; what was written to it stays. */
  unrate(verdict: Pick<Verdict, 'conversation' | 'message' | 'helpful'>): Promise<void>;
};

export type Verdict = {
  readonly conversation: string;
  /** The message whose reply is meant, by its id in the journal. */
  readonly message: string;
  readonly helpful: boolean;
  /** Redacted. */
  readonly comment: string | null;
  /** ISO 8601. */
  readonly at: string;
};

/** A message that was edited stands in the journal as `<its id>/edited/<which wording>`. */
export const editedMark = '/edited/';
