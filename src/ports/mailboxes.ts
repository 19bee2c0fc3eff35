/** How far a mailbox was read: a restart goes on behind it. */
export type Mailboxes = {
  read(mailbox: string): Promise<MailboxMark | null>;
  mark(mailbox: string, mark: MailboxMark): Promise<void>;
};

/** Everything up to `uid` is handled. Another `uidValidity` means that the server numbered its mails anew. */
export type MailboxMark = {
  readonly uidValidity: string;
  readonly uid: number;
  /** ISO 8601: when the box was first read, noted with the first mark alone; absent where that was not noted. */
  readonly since?: string;
};
