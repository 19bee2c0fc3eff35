/** Who did what in the staff room. Nothing of it is ever changed; it holds no message text. */
export type Audit = {
  write(entry: NewAuditEntry): Promise<void>;
  /** Newest first; `before` is the `at` and `id` of the last one read. */
  list(filter: AuditFilter, limit: number): Promise<readonly AuditEntry[]>;
};

export type NewAuditEntry = {
  /** ISO 8601. */
  readonly at: string;
  /** The account's id; null for what nobody signed in did (a failed sign-in). */
  readonly who: string | null;
  /** The name they went by then. */
  readonly name: string;
  /** `queue.take`, `account.remove`. */
  readonly what: string;
  /** Ids, roles, counts. */
  readonly about: Readonly<Record<string, string | number | boolean | null>>;
};

export type AuditEntry = NewAuditEntry & { readonly id: string };

export type AuditFilter = {
  readonly who?: string | undefined;
  readonly what?: string | undefined;
  /** Reads on after this entry. */
  readonly after?: { readonly at: string; readonly id: string } | undefined;
};
