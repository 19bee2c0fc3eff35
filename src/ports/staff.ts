/** What a colleague may do; each may also do what those before may. */
export type Role = 'reviewer' | 'curator' | 'admin';

/** A colleague as the pages know them. */
export type Person = { readonly id: string; readonly name: string; readonly role: Role };

/** Who is signed in, and what has to be done before any page: another password, or setting the second step up. */
export type SignedIn = Person & {
  readonly source: Account['source'];
  readonly before: 'password' | 'second-step' | null;
};

/** Instants are ISO 8601. */
export type Account = Person & {
  /** `local` has a password here; `issuer` signs in at the school's own accounts. */
  readonly source: 'local' | 'issuer';
  readonly createdAt: string;
  readonly seenAt: string | null;
  readonly sessions: number;
  /** Since when they are away: nothing is given to them. */
  readonly awaySince: string | null;
  /** Whether a sign-in asks for a code as well, and whether an administrator wants it to. */
  readonly secondStep: { readonly on: boolean; readonly required: boolean };
};

/** The second step as its owner sets it up: the secret (base32), since when it is in force, the last code's time step. */
export type SecondStep = {
  readonly secret: string | null;
  readonly since: string | null;
  readonly lastStep: number | null;
  readonly required: boolean;
};

/** What a sign-in is checked against. `hash` is a PHC string; `code`: a second step follows. */
export type Credentials = { readonly id: string; readonly name: string; readonly hash: string; readonly code: boolean };

export type Invitation = { readonly role: Role; readonly name: string | null };

/** `hash` names it; the link cannot be made from it. */
export type ListedInvitation = Invitation & { readonly hash: string; readonly until: string };

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
  /** Those that were not used yet, but the link for the first administrator. */
  invitations(now: string): Promise<readonly ListedInvitation[]>;
  /** False where there is none such: used, or revoked before. */
  revokeInvitation(hash: string): Promise<boolean>;
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
  /** The password is changed before anything else at the next page. */
  askForPassword(id: string): Promise<void>;
  /** Ends what `askForPassword` asked, and every session of the account. */
  changePassword(id: string, passwordHash: string): Promise<void>;
  secondStep(id: string): Promise<SecondStep>;
  /** Keeps a secret that is offered; one that is in force stays. */
  offerSecret(id: string, secret: string): Promise<void>;
  /** Takes a code of this time step, if none of it or a later one was taken: false means that it was used before. */
  takeCode(id: string, step: number): Promise<boolean>;
  /** The offered secret is in force from now on. */
  beginSecondStep(id: string, at: string): Promise<void>;
  /** No code is asked for any more; where it is required, it is set up anew. */
  endSecondStep(id: string): Promise<void>;
  requireSecondStep(id: string, required: boolean): Promise<void>;
  setRole(id: string, role: Role): Promise<Changed>;
  /** Away, or back: what somebody has who goes is anybody's. `since` null: back. */
  setAway(id: string, since: string | null): Promise<void>;
  /** Ends their sessions, and frees what they have; what they did stays in the audit log under their name. */
  remove(id: string, at: string): Promise<Changed>;
  openSession(session: {
    readonly hash: string;
    readonly account: string;
    readonly at: string;
    readonly until: string;
    /** It opens nothing before a code is given. */
    readonly awaits?: 'code' | undefined;
  }): Promise<void>;
  /**
   * Who signed in with it, or null: unknown, ended, too old, idle since before `idleSince`, waiting for its code, or the account
   * is gone.
   */
  session(hash: string, now: string, idleSince: string): Promise<SignedIn | null>;
  /** Whose sign-in waits for its code. */
  awaiting(hash: string, now: string): Promise<Person | null>;
  endSession(hash: string): Promise<void>;
  /** Also forgets their browsers. */
  endSessions(account: string): Promise<void>;
  rememberBrowser(browser: { readonly hash: string; readonly account: string; readonly until: string }): Promise<void>;
  /** Whether this account signed in from this browser before. */
  knowsBrowser(hash: string, account: string, now: string): Promise<boolean>;
};

/** `last-admin`: nobody could let anybody in any more. */
export type Changed = 'done' | 'unknown' | 'last-admin';
