import type { Kysely } from 'kysely';

/** The codes of "mail me this", and why a draft needs a second look. */
export async function createMailCodes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('mail_codes')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('asker', 'text', (column) => column.notNull())
    .addColumn('recipient', 'text', (column) => column.notNull())
    .addColumn('network', 'text', (column) => column.notNull())
    .addColumn('code', 'text')
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('mail_codes_at').on('mail_codes').column('at').execute();
  await db.schema.createIndex('mail_codes_asker').on('mail_codes').column('asker').execute();
  await db.schema.alterTable('drafts').addColumn('doubt', 'text').execute();
}
