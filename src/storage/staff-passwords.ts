import type { Credentials, SecondStep, Staff } from '../ports/staff.ts';
import type { Cipher } from './cipher.ts';
import { keyOf } from './name-key.ts';
import { forgetBrowsers } from './staff-sessions.ts';
import { stored } from './stored.ts';
import type { Database } from './tables.ts';

type Keeping = Pick<
  Staff,
  | 'credentials'
  | 'askForPassword'
  | 'changePassword'
  | 'secondStep'
  | 'offerSecret'
  | 'takeCode'
  | 'beginSecondStep'
  | 'endSecondStep'
  | 'requireSecondStep'
>;

/** What an account signs in with. The secret of the second step is encrypted: a stolen copy of the database makes no codes. */
export function createPasswordKeeping(db: Database, cipher: Cipher): Keeping {
  const account = (id: string) => db.updateTable('staff').where('id', '=', id).where('removed_at', 'is', null);
  return {
    credentials: (name) => stored('look for an account', () => credentials(db, cipher, name)),
    askForPassword: (id) =>
      stored('ask for another password', async () => {
        await account(id).set({ must_change: 1 }).execute();
      }),
    changePassword: (id, passwordHash) =>
      stored('change a password', () =>
        db.transaction().execute(async (within) => {
          await within
            .updateTable('staff')
            .set({ password: passwordHash, must_change: 0 })
            .where('id', '=', id)
            .where('subject', 'is', null)
            .where('removed_at', 'is', null)
            .execute();
          await forgetBrowsers(within, id);
        }),
      ),
    secondStep: (id) => stored('look for the second step', () => secondStep(db, cipher, id)),
    offerSecret: (id, secret) =>
      stored('offer a second step', async () => {
        const totp = cipher.seal(rowName(id), secret);
        await account(id).set({ totp, totp_step: null }).where('totp_since', 'is', null).execute();
      }),
    takeCode: (id, step) =>
      stored('take a code', async () => {
        const { numUpdatedRows } = await account(id)
          .set({ totp_step: step })
          .where((eb) => eb.or([eb('totp_step', 'is', null), eb('totp_step', '<', step)]))
          .executeTakeFirstOrThrow();
        return numUpdatedRows > 0n;
      }),
    beginSecondStep: (id, at) =>
      stored('begin a second step', async () => {
        await account(id).set({ totp_since: at }).where('totp', 'is not', null).execute();
      }),
    endSecondStep: (id) =>
      stored('end a second step', async () => {
        await account(id).set({ totp: null, totp_since: null, totp_step: null }).execute();
      }),
    requireSecondStep: (id, required) =>
      stored('require a second step', async () => {
        await account(id)
          .set({ totp_required: required ? 1 : 0 })
          .where('subject', 'is', null)
          .execute();
      }),
  };
}

async function credentials(db: Database, cipher: Cipher, name: string): Promise<Credentials | null> {
  const row = await db
    .selectFrom('staff')
    .select(['id', 'name', 'password', 'totp', 'totp_since'])
    .where('name_key', '=', keyOf(name))
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined || row.password === null) return null;
  // Sealed with a key that was lost it makes no codes any more: nobody could give one, its owner sets it up anew.
  const code = row.totp_since !== null && row.totp !== null && cipher.open(rowName(row.id), row.totp) !== null;
  return { id: row.id, name: row.name, hash: row.password, code };
}

async function secondStep(db: Database, cipher: Cipher, id: string): Promise<SecondStep> {
  const row = await db
    .selectFrom('staff')
    .select(['totp', 'totp_since', 'totp_step', 'totp_required'])
    .where('id', '=', id)
    .executeTakeFirst();
  const secret = row === undefined || row.totp === null ? null : cipher.open(rowName(id), row.totp);
  return {
    secret: typeof secret === 'string' ? secret : null,
    since: row?.totp_since ?? null,
    // PostgreSQL gives big integers as strings.
    lastStep: row === undefined || row.totp_step === null ? null : Number(row.totp_step),
    required: row?.totp_required === 1,
  };
}

function rowName(id: string): string {
  return `staff ${id}`;
}
