import type { ColumnType } from 'kysely';

/** Who works here: accounts, invitations, browsers, sessions. */
export type StaffTables = {
  /** A colleague's account. `password` is a PHC string; `subject` is who they are to the OpenID issuer. */
  staff: {
    id: string;
    name: string;
    /** The name without case, unique among those who sign in here. */
    name_key: string | null;
    role: 'reviewer' | 'curator' | 'admin';
    password: string | null;
    subject: string | null;
    created_at: string;
    removed_at: string | null;
    /** Nothing is given to who is away. */
    away_since: ColumnType<string | null, string | null | undefined>;
    /** 1: the password is too easy to guess, and is changed before anything else. */
    must_change: ColumnType<number, number | undefined, number>;
    /** 1: an administrator asks for the second step. */
    totp_required: ColumnType<number, number | undefined, number>;
    /** The secret, encrypted. */
    totp: ColumnType<string | null, string | null | undefined>;
    /** Since when it is in force; null while it is only offered. */
    totp_since: ColumnType<string | null, string | null | undefined>;
    /** Of the last code that was taken: none is taken twice. */
    totp_step: ColumnType<number | string | null, number | null | undefined, number | null>;
  };
  /** `hash` is the SHA-256 of what the link or the cookie holds. */
  staff_invitations: {
    hash: string;
    role: 'reviewer' | 'curator' | 'admin';
    name: string | null;
    until: string;
    /** 1: the link for the first administrator. */
    first: ColumnType<number, number | undefined, number>;
  };
  /** Browsers that an account signed in from. */
  staff_browsers: {
    hash: string;
    account: string;
    until: string;
  };
  staff_sessions: {
    hash: string;
    account: string;
    opened_at: string;
    seen_at: string;
    until: string;
    /** `code`: it opens nothing before the second step. */
    awaits: ColumnType<'code' | null, 'code' | null | undefined>;
  };
};
