/**
 * What colleagues changed, or would like to change, in the files of the knowledge: who, when, why, and each file's text
 * before and after. What was published stays for good: it is the history, and every version can be brought back.
 */
export type KnowledgeChanges = {
  propose(change: NewChange): Promise<void>;
  /** Puts other files and another reason into a proposal. From then on it is whose who did that: a second person's yes is one to these. */
  amend(change: NewChange): Promise<'amended' | 'not-open'>;
  read(id: string): Promise<Change | null>;
  /** Newest first; what was published, in the order of that. */
  list(filter: ChangeFilter, limit: number): Promise<readonly Change[]>;
  /**
   * Publishes a proposal: `write` puts the files where they are read, and answers whether it did. One at a time, in whichever
   * process: nothing else is published between what `write` reads and what it writes. When it answers false, or throws, the
   * proposal stays one. Answers the change's number; `not-open` also where it was amended since it was read.
   */
  publish(
    change: Pick<NewChange, 'id' | 'at'>,
    decided: Decided,
    write: () => boolean,
  ): Promise<number | 'not-written' | 'not-open'>;
  drop(id: string, decided: Decided): Promise<'dropped' | 'not-open'>;
};

/** A colleague by the account's id and the name they went by then. */
export type Colleague = { readonly id: string; readonly name: string };

export type ChangedFile = {
  /** Relative to the knowledge folder, with `/`. */
  readonly file: string;
  /** The file's whole text; null: there is none. */
  readonly before: string | null;
  readonly after: string | null;
};

export type NewChange = {
  readonly id: string;
  /** At least one; they are published together or not at all. A topic and its answers are several. */
  readonly files: readonly ChangedFile[];
  readonly author: Colleague;
  readonly reason: string;
  /** ISO 8601. */
  readonly at: string;
};

export type Decided = { readonly by: Colleague; readonly at: string };

export type Change = NewChange & {
  readonly state: 'proposed' | 'published' | 'dropped';
  readonly decided: Decided | null;
  /** The order in which changes were published, from 1; null until then. */
  readonly number: number | null;
};

export type ChangeFilter = {
  readonly state?: Change['state'] | undefined;
  /** Changed by it, alone or among others. */
  readonly file?: string | undefined;
  /** ISO 8601: decided from then on. */
  readonly since?: string | undefined;
};
