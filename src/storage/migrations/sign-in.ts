import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/**
 * Nobody is locked out any more, so accounts count no failures; browsers that signed in are known again; a link for the first
 * administrator is marked as one. What was typed when a sign-in failed is taken out of the audit log.
 */
export async function changeSignIn(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('staff').dropColumn('failures').execute();
  await db.schema.alterTable('staff').dropColumn('locked_until').execute();
  await db.schema
    .createTable('staff_browsers')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('staff_browsers_account').on('staff_browsers').column('account').execute();
  await db.schema
    .alterTable('staff_invitations')
    .addColumn('first', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  const tables = db as Kysely<Tables>;
  await endFirstLinksOfBefore(tables);
  await tables
    .updateTable('audit')
    .set({ about: '{"why":"refused"}' })
    .where('what', '=', 'sign-in.refused')
    .where('about', 'like', '%"account"%')
    .execute();
}

/**
 * Every start without an account made one, good for seven days; they look like an administrator's invitation without a name, but
 * are from before the first account. The next start makes another where nobody is administrator.
 */
async function endFirstLinksOfBefore(db: Kysely<Tables>): Promise<void> {
  const { first } = await db
    .selectFrom('staff')
    .select(({ fn }) => fn.min<string | null>('created_at').as('first'))
    .executeTakeFirstOrThrow();
  const links = db.deleteFrom('staff_invitations').where('role', '=', 'admin').where('name', 'is', null);
  const last = first === null ? null : new Date(Date.parse(first) + goodForMs).toISOString();
  await (last === null ? links : links.where('until', '<=', last)).execute();
}

/** As long as invitations were good when this was released. */
const goodForMs = 7 * 24 * 3_600_000;
