import type { Kysely } from 'kysely';

/**
 * Passwords that have to be changed, the second step of a sign-in (`totp` is encrypted; `totp_step` the last one that a code was
 * of), and sessions that wait for it.
 */
export async function createSecondStep(db: Kysely<unknown>): Promise<void> {
  for (const column of ['must_change', 'totp_required'] as const) {
    await db.schema
      .alterTable('staff')
      .addColumn(column, 'integer', (definition) => definition.notNull().defaultTo(0))
      .execute();
  }
  await db.schema.alterTable('staff').addColumn('totp', 'text').execute();
  await db.schema.alterTable('staff').addColumn('totp_since', 'text').execute();
  await db.schema.alterTable('staff').addColumn('totp_step', 'integer').execute();
  await db.schema.alterTable('staff_sessions').addColumn('awaits', 'text').execute();
}
