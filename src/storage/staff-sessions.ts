import type { Transaction } from 'kysely';
import type { Person, SignedIn, Staff } from '../ports/staff.ts';
import { stored } from './stored.ts';
import type { Database, Tables } from './tables.ts';

/** Who is signed in where. Of what a browser holds the hash alone is kept. */
export function createSessionKeeping(
  db: Database,
): Pick<Staff, 'openSession' | 'session' | 'awaiting' | 'endSession' | 'endSessions'> {
  return {
    openSession: ({ hash, account, at, until, awaits = null }) =>
      stored('open a session', async () => {
        const session = { hash, account, opened_at: at, seen_at: at, until, awaits };
        await db.insertInto('staff_sessions').values(session).execute();
      }),
    session: (hash, now, idleSince) => stored('look for a session', () => session(db, hash, now, idleSince)),
    awaiting: (hash, now) => stored('look for a sign-in', () => awaiting(db, hash, now)),
    endSession: (hash) =>
      stored('end a session', async () => {
        await db.deleteFrom('staff_sessions').where('hash', '=', hash).execute();
      }),
    endSessions: (account) =>
      stored('end sessions', () => db.transaction().execute((within) => forgetBrowsers(within, account))),
  };
}

/** What a browser holds of this account opens nothing and slows nobody less any more. */
export async function forgetBrowsers(within: Transaction<Tables>, account: string): Promise<void> {
  await within.deleteFrom('staff_sessions').where('account', '=', account).execute();
  await within.deleteFrom('staff_browsers').where('account', '=', account).execute();
}

async function session(db: Database, hash: string, now: string, idleSince: string): Promise<SignedIn | null> {
  const row = await opened(db, hash, now)
    .select(['staff.subject', 'staff.must_change', 'staff.totp_required', 'staff.totp_since', 'staff_sessions.seen_at'])
    .where('staff_sessions.awaits', 'is', null)
    .where('staff_sessions.seen_at', '>', idleSince)
    .executeTakeFirst();
  if (row === undefined) return null;
  if (Date.parse(now) - Date.parse(row.seen_at) > noteSeenMs) {
    await db.updateTable('staff_sessions').set({ seen_at: now }).where('hash', '=', hash).execute();
  }
  const { id, name, role } = row;
  return { id, name, role, source: row.subject === null ? 'local' : 'issuer', before: beforeAll(row) };
}

/** Who comes from the school's issuer has neither a password nor a second step here. */
function beforeAll(row: {
  readonly subject: string | null;
  readonly must_change: number;
  readonly totp_required: number;
  readonly totp_since: string | null;
}): SignedIn['before'] {
  if (row.subject !== null) return null;
  if (row.must_change === 1) return 'password';
  return row.totp_required === 1 && row.totp_since === null ? 'second-step' : null;
}

async function awaiting(db: Database, hash: string, now: string): Promise<Person | null> {
  const row = await opened(db, hash, now).where('staff_sessions.awaits', '=', 'code').executeTakeFirst();
  return row ?? null;
}

function opened(db: Database, hash: string, now: string) {
  return db
    .selectFrom('staff_sessions')
    .innerJoin('staff', 'staff.id', 'staff_sessions.account')
    .select(['staff.id', 'staff.name', 'staff.role'])
    .where('staff_sessions.hash', '=', hash)
    .where('staff_sessions.until', '>', now)
    .where('staff.removed_at', 'is', null);
}

/** A session's last use is noted to the minute: not every page view is a write. */
const noteSeenMs = 60_000;
