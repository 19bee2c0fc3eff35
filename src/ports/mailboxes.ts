/** How far a mailbox was read: a restart goes on behind it. */
export type Mailboxes = {
  read(mailbox: string): Promise<MailboxMark | null>;
  mark(mailbox: string, mark: MailboxMark): Promise<void>;
};

/** Everything up to `uid` is handled. Another `uidValidity` means that the server numbered its mails anew. */
export type MailboxMark = { readonly uidValidity: string; readonly uid: number };
