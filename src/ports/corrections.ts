/** Who was told that an answer of theirs was wrong: nobody is told twice. */
export type Corrections = {
  /** The positions of a conversation's messages whose answer was corrected. */
  told(conversation: string): Promise<ReadonlySet<number>>;
  note(correction: Correction): Promise<void>;
};

export type Correction = {
  readonly conversation: string;
  /** The position of the message in the journal. */
  readonly position: number;
  /** The journal's id of what told them. */
  readonly activity: string;
  /** A colleague's account. */
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
};
