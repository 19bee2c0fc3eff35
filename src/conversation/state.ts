/** One conversation's memory: plain JSON under 32 kB, so that any version of the program can read it. */
export type ConversationState = {
  readonly version: 1;
  readonly turn: number;
  readonly language: string | null;
  /** The dialog stack as botbuilder-dialogs keeps it, or null. */
  readonly dialogs: unknown;
  /** The choices that the last reply offered, by value. */
  readonly offered: readonly { readonly label: string; readonly value: string }[];
  /** What was last answered or decided, for follow-ups. */
  readonly last: {
    readonly intent: string | null;
    readonly decision: string;
    readonly facts: Readonly<Record<string, unknown>>;
  } | null;
  /** The last reply's text, for "repeat". */
  readonly said: string | null;
  /** Turns in a row that were not understood. */
  readonly misses: number;
};

export const freshState: ConversationState = Object.freeze({
  version: 1,
  turn: 0,
  language: null,
  dialogs: null,
  offered: [],
  last: null,
  said: null,
  misses: 0,
});
