/** One thing that `guichet <name>` does. */
export type Command = {
  /** Its lines under `guichet <name> --help`: what may be given, and what that does. */
  readonly usage: string;
  readonly run: (args: readonly string[]) => void | Promise<void>;
};
