import type { Written } from './journal.ts';

/** What was said, read in bulk: for previews, replays and corrections. Never in a turn's way: a thread of its own reads it. */
export type Logged = {
  /** How many messages came in. */
  count(filter: LoggedFilter): Promise<number>;
  /** Newest first; `before` is the place of the last one read. */
  messages(filter: LoggedFilter, before: Place | null, limit: number): Promise<readonly LoggedMessage[]>;
  /** The conversations with a turn that the filter holds, newest first, each once. */
  conversations(filter: LoggedFilter, limit: number): Promise<readonly string[]>;
  /** All of a conversation in order. */
  entries(conversation: string): Promise<readonly Written[]>;
};

export type LoggedFilter = {
  /** ISO 8601, from and before. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly channel?: string | undefined;
  readonly decision?: string | undefined;
  /** Turns that gave any of these answers or forms. */
  readonly intents?: readonly string[] | undefined;
  /** Also turns at which a form came to an end, whichever. */
  readonly orDecided?: boolean | undefined;
};

export type Place = { readonly at: string; readonly conversation: string; readonly position: number };

export type LoggedMessage = Place & {
  readonly text: string;
  /** Of the reply; null when it is not known. */
  readonly language: string | null;
  /** The fact that the reply before asked for: then it is an answer to a form, not a question. */
  readonly asked: string | null;
};
