/** How many letters one address got of us on a day: two programs that answer each other come to an end. */
export type Letters = {
  /** Counts the letter; false, and not counted, when the recipient had `most` others that day. The same letter counts once. */
  allow(
    letter: { readonly recipient: string; readonly day: string; readonly id: string },
    most: number,
  ): Promise<boolean>;
  /** Counts a letter of emergency numbers; false when the address got another within the hour. The same letter counts once. */
  allowNumbers(letter: { readonly recipient: string; readonly at: string; readonly id: string }): Promise<boolean>;
};
