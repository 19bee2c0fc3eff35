import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Account, Changed, Person, Role, Staff } from '../ports/staff.ts';
import type { Cipher } from './cipher.ts';
import { freeAllOf } from './handover-states.ts';
import { keyOf } from './name-key.ts';
import { createPasswordKeeping } from './staff-passwords.ts';
import { createSessionKeeping, forgetBrowsers } from './staff-sessions.ts';
import { stored } from './stored.ts';
import type { Database, Tables } from './tables.ts';

export function createStaff(db: Database, cipher: Cipher): Staff {
  return {
    ...createPasswordKeeping(db, cipher),
    accounts: (now) => stored('list the accounts', () => accounts(db, now)),
    invite: ({ hash, role, name, until }) =>
      stored('keep an invitation', async () => {
        await db.insertInto('staff_invitations').values({ hash, role, name, until }).execute();
      }),
    inviteFirst: (link) =>
      stored('keep the first invitation', () => db.transaction().execute((within) => inviteFirst(within, link))),
    invitation: (hash, now) => stored('look for an invitation', () => invitation(db, hash, now)),
    invitations: (now) =>
      stored('list invitations', () =>
        db
          .selectFrom('staff_invitations')
          .select(['hash', 'role', 'name', 'until'])
          .where('until', '>', now)
          .where('first', '=', 0)
          .orderBy('until')
          .execute(),
      ),
    revokeInvitation: (hash) =>
      stored('revoke an invitation', async () => {
        const { numDeletedRows } = await db
          .deleteFrom('staff_invitations')
          .where('hash', '=', hash)
          .where('first', '=', 0)
          .executeTakeFirstOrThrow();
        return numDeletedRows > 0n;
      }),
    join: (newcomer) => stored('make an account', () => db.transaction().execute((within) => join(within, newcomer))),
    fromIssuer: (colleague) =>
      stored('find an account', () => db.transaction().execute((within) => fromIssuer(within, colleague))),
    setRole: (id, role) =>
      stored('change a role', () =>
        unlessLastAdmin(db, id, role === 'admin', async (within) => {
          await within.updateTable('staff').set({ role }).where('id', '=', id).execute();
          if (role === 'admin') await endFirstLinks(within);
        }),
      ),
    remove: (id, at) =>
      stored('remove an account', () =>
        unlessLastAdmin(db, id, false, async (within) => {
          // The name becomes free again; the password is gone with the account.
          await within
            .updateTable('staff')
            .set({ removed_at: at, password: null, name_key: null, totp: null, totp_since: null, totp_step: null })
            .where('id', '=', id)
            .execute();
          await forgetBrowsers(within, id);
          await freeAllOf(within, id);
        }),
      ),
    setAway: (id, since) =>
      stored('note who is away', () =>
        db.transaction().execute(async (within) => {
          await within.updateTable('staff').set({ away_since: since }).where('id', '=', id).execute();
          if (since !== null) await freeAllOf(within, id);
        }),
      ),
    ...createSessionKeeping(db),
    rememberBrowser: (browser) =>
      stored('remember a browser', async () => {
        await db.insertInto('staff_browsers').values(browser).execute();
      }),
    knowsBrowser: (hash, account, now) =>
      stored('look for a browser', async () => {
        const found = await db
          .selectFrom('staff_browsers')
          .select('hash')
          .where('hash', '=', hash)
          .where('account', '=', account)
          .where('until', '>', now)
          .executeTakeFirst();
        return found !== undefined;
      }),
  };
}

async function accounts(db: Database, now: string): Promise<Account[]> {
  const rows = await db
    .selectFrom('staff')
    .leftJoin('staff_sessions', (join) =>
      join.onRef('staff_sessions.account', '=', 'staff.id').on('staff_sessions.until', '>', now),
    )
    .select(accountColumns)
    .select(({ fn }) => [
      fn.max('staff_sessions.seen_at').as('seen_at'),
      fn.count<number | string>('staff_sessions.hash').as('sessions'),
    ])
    .where('staff.removed_at', 'is', null)
    .groupBy(accountColumns)
    .orderBy('staff.name')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    role: row.role,
    source: row.subject === null ? 'local' : 'issuer',
    createdAt: row.created_at,
    seenAt: row.seen_at,
    awaySince: row.away_since,
    // PostgreSQL counts in strings.
    sessions: Number(row.sessions),
    secondStep: { on: row.totp_since !== null, required: row.totp_required === 1 },
  }));
}

const accountColumns = [
  'staff.id',
  'staff.name',
  'staff.role',
  'staff.subject',
  'staff.created_at',
  'staff.away_since',
  'staff.totp_since',
  'staff.totp_required',
] as const;

async function inviteFirst(
  within: Transaction<Tables>,
  { hash, until }: Parameters<Staff['inviteFirst']>[0],
): Promise<boolean> {
  const admin = await within
    .selectFrom('staff')
    .select('id')
    .where('role', '=', 'admin')
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  await endFirstLinks(within);
  if (admin !== undefined) return false;
  await within.insertInto('staff_invitations').values({ hash, role: 'admin', name: null, until, first: 1 }).execute();
  return true;
}

async function endFirstLinks(within: Transaction<Tables>): Promise<void> {
  await within.deleteFrom('staff_invitations').where('first', '=', 1).execute();
}

async function invitation(db: Database | Transaction<Tables>, hash: string, now: string) {
  const row = await db
    .selectFrom('staff_invitations')
    .select(['role', 'name'])
    .where('hash', '=', hash)
    .where('until', '>', now)
    .executeTakeFirst();
  return row ?? null;
}

async function join(
  within: Transaction<Tables>,
  newcomer: Parameters<Staff['join']>[0],
): Promise<Person | 'no-invitation' | 'name-taken'> {
  const invited = await invitation(within, newcomer.invitation, newcomer.at);
  if (invited === null) return 'no-invitation';
  const made = await within
    .insertInto('staff')
    .values({
      ...fresh(newcomer.name, invited.role, newcomer.at),
      name_key: keyOf(newcomer.name),
      password: newcomer.passwordHash,
      subject: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'name', 'role'])
    .executeTakeFirst();
  if (made === undefined) return 'name-taken';
  await within.deleteFrom('staff_invitations').where('hash', '=', newcomer.invitation).execute();
  if (made.role === 'admin') await endFirstLinks(within);
  return made;
}

async function fromIssuer(
  within: Transaction<Tables>,
  { subject, name, role, at }: Parameters<Staff['fromIssuer']>[0],
): Promise<Person | 'removed'> {
  const known = await within
    .selectFrom('staff')
    .select(['id', 'removed_at'])
    .where('subject', '=', subject)
    .executeTakeFirst();
  if (known === undefined) {
    const account = { ...fresh(name, role, at), name_key: null, password: null, subject };
    await within.insertInto('staff').values(account).execute();
    if (role === 'admin') await endFirstLinks(within);
    return { id: account.id, name, role };
  }
  if (known.removed_at !== null) return 'removed';
  await within.updateTable('staff').set({ role, name }).where('id', '=', known.id).execute();
  if (role === 'admin') await endFirstLinks(within);
  return { id: known.id, name, role };
}

async function unlessLastAdmin(
  db: Database,
  id: string,
  staysAdmin: boolean,
  change: (within: Transaction<Tables>) => Promise<void>,
): Promise<Changed> {
  return db.transaction().execute(async (within) => {
    const there = await within.selectFrom('staff').select(['id', 'role']).where('removed_at', 'is', null).execute();
    const account = there.find((row) => row.id === id);
    if (account === undefined) return 'unknown';
    const others = there.some((row) => row.id !== id && row.role === 'admin');
    if (account.role === 'admin' && !staysAdmin && !others) return 'last-admin';
    await change(within);
    return 'done';
  });
}

function fresh(name: string, role: Role, at: string) {
  return { id: randomUUID(), name, role, created_at: at, removed_at: null };
}
