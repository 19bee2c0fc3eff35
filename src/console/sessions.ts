import type { IncomingMessage } from 'node:http';
import type { Person, SignedIn, Staff } from '../ports/staff.ts';
import { cookie, readCookie } from './cookies.ts';
import { hashOf, newToken } from './token.ts';

/** Signed-in browsers: a random token in a cookie, its hash in the database, ended at any time from here. */
export type Sessions = ReturnType<typeof createSessions>;

export function createSessions(staff: Staff, clock: () => Date) {
  /** A new token at each sign-in: one that was there before opens nothing. With `code` it opens nothing before the second step. */
  const open = async (account: string, secure: boolean, awaits?: 'code'): Promise<string> => {
    const token = newToken();
    const now = clock();
    const lasts = awaits === undefined ? longestMs : codeMs;
    const until = new Date(now.getTime() + lasts).toISOString();
    await staff.openSession({ hash: hashOf(token), account, at: now.toISOString(), until, awaits });
    return cookie(sessionCookie, token, { secure, seconds: lasts / 1000 });
  };
  /** From now on this browser is known as one that the account signed in from. */
  const remember = async (account: string, secure: boolean): Promise<string> => {
    const token = newToken();
    const until = new Date(clock().getTime() + knownMs).toISOString();
    await staff.rememberBrowser({ hash: hashOf(token), account, until });
    return cookie(browserCookie, token, { secure, seconds: knownMs / 1000 });
  };
  return {
    /** The token that the browser holds, whoever it belongs to. */
    tokenOf: (req: IncomingMessage, secure: boolean): string | null => readCookie(req, sessionCookie, secure),
    async person(token: string | null): Promise<SignedIn | null> {
      if (token === null) return null;
      const now = clock();
      return staff.session(hashOf(token), now.toISOString(), new Date(now.getTime() - idleMs).toISOString());
    },
    open,
    /** What a browser is given when a password, or a password and its code, was right. */
    signIn: async (account: string, secure: boolean): Promise<readonly string[]> => [
      await open(account, secure),
      await remember(account, secure),
    ],
    /** Whose sign-in waits for its code. */
    async awaiting(token: string | null): Promise<Person | null> {
      return token === null ? null : staff.awaiting(hashOf(token), clock().toISOString());
    },
    /** What the browser shows of an earlier sign-in; it opens nothing. */
    browserOf: (req: IncomingMessage, secure: boolean): string | null => readCookie(req, browserCookie, secure),
    async end(token: string | null, secure: boolean): Promise<string> {
      if (token !== null) await staff.endSession(hashOf(token));
      return cookie(sessionCookie, '', { secure, seconds: 0 });
    },
  };
}

const sessionCookie = 'staff';
const browserCookie = 'known';
/** Over the summer holidays a colleague's browser stays known. */
const knownMs = 90 * 24 * 3_600_000;
/** Over a lunch or a meeting one stays signed in, over a night not. */
const idleMs = 4 * 3_600_000;
/** Between a password and its code: as long as one looks for one's telephone. */
const codeMs = 10 * 60_000;
/** After a week everybody signs in anew. */
const longestMs = 7 * 24 * 3_600_000;
