/** What a person does to something that was said before: takes a message back, gives feedback on a reply or takes it back. */
export type SecondThoughts = {
  /** The text of a message, in every wording it had, is overwritten. False when there is no such message. */
  withdraw(conversation: string, message: string): Promise<boolean>;
  /** Feedback of one kind on the same reply counts once. False when no such message was answered. */
  rate(feedback: Feedback): Promise<boolean>;
  /** Takes back feedback without a comment; what was written to it stays. */
  unrate(feedback: Pick<Feedback, 'conversation' | 'message' | 'helpful'>): Promise<void>;
};

export type Feedback = {
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
