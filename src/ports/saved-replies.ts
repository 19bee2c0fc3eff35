import type { Holder } from './queue.ts';

/** What colleagues send often, kept by the desk; fields in it (`{{reference}}`) are filled when it is used. */
export type SavedReplies = {
  list(): Promise<readonly SavedReply[]>;
  read(id: string): Promise<SavedReply | null>;
  /** What it holds in every language from now on: one that is not named is gone. */
  keep(reply: Pick<SavedReply, 'id' | 'texts'>, by: Holder, at: string): Promise<void>;
  remove(id: string): Promise<'removed' | 'unknown'>;
};

export type SavedReply = {
  readonly id: string;
  /** By language. */
  readonly texts: Readonly<Record<string, SavedText>>;
  /** Who wrote it last, and when (ISO 8601). */
  readonly name: string;
  readonly at: string;
};

export type SavedText = { readonly title: string; readonly text: string };
