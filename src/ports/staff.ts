/** What a colleague may do; each may also do what those before may. */
export type Role = 'reviewer' | 'curator' | 'admin';

/** A colleague as the pages know them. */
export type Person = { readonly id: string; readonly name: string; readonly role: Role };

/** Instants are ISO 8601. */
export type Account = Person & {
  /** `local` has a password here; `issuer` signs in at the school's own accounts. */
  readonly source: 'local' | 'issuer';
  readonly createdAt: string;
  readonly seenAt: string | null;
  readonly sessions: number;
};

/** What a sign-in is checked against. `hash` is a PHC string. */
export type Credentials = { readonly id: string; readonly hash: string };

export type Invitation = { readonly role: Role; readonly name: string | null };

/**
 * Accounts, invitations and sessions. Tokens are kept as their SHA-256 alone: who reads the database can sign in as nobody.
 * A name is one account's, whatever its letters' case.
 */
export type Staff = {
  accounts(now: string): Promise<readonly Account[]>;
  /** Null for a name that nobody has, or that signs in elsewhere. */
  credentials(name: string): Promise<Credentials | null>;
  invite(invitation: Invitation & { readonly hash: string; readonly until: string }): Promise<void>;
  /**
   * The link for the first administrator: it ends those before it, and is ended, used or not, when there is an administrator.
   * False, and nothing is kept, when there is one.
   */
  inviteFirst(link: { readonly hash: string; readonly until: string }): Promise<boolean>;
  invitation(hash: string, now: string): Promise<Invitation | null>;
  /** Makes the account and uses the invitation up, both or neither. */
  join(newcomer: {
    readonly invitation: string;
    readonly name: string;
    readonly passwordHash: string;
    readonly at: string;
  }): Promise<Person | 'no-invitation' | 'name-taken'>;
  /** Finds or makes the account of the issuer's `subject`; its role is what the issuer says now. */
  fromIssuer(colleague: {
    readonly subject: string;
    readonly name: string;
    readonly role: Role;
    readonly at: string;
  }): Promise<Person | 'removed'>;
  setRole(id: string, role: Role): Promise<Changed>;
  /** Ends their sessions; what they did stays in the audit log under their name. */
  remove(id: string, at: string): Promise<Changed>;
  openSession(session: {
    readonly hash: string;
    readonly account: string;
    readonly at: string;
    readonly until: string;
  }): Promise<void>;
  /** Who signed in with it, or null: unknown, ended, too old, idle since before `idleSince`, or the account is gone. */
  session(hash: string, now: string, idleSince: string): Promise<Person | null>;
  endSession(hash: string): Promise<void>;
  /** Also forgets their browsers. */
  endSessions(account: string): Promise<void>;
  rememberBrowser(browser: { readonly hash: string; readonly account: string; readonly until: string }): Promise<void>;
  /** Whether this account signed in from this browser before. */
  knowsBrowser(hash: string, account: string, now: string): Promise<boolean>;
};

/** `last-admin`: nobody could let anybody in any more. */
export type Changed = 'done' | 'unknown' | 'last-admin';
