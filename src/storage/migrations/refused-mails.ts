import type { Kysely } from 'kysely';

/** Mail that nobody answered, `content` being encrypted; when a mailbox was first read, and how a drafted letter greets. */
export async function createRefusedMails(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('refused_mails')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('waits', 'integer', (column) => column.notNull())
    .addColumn('content', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('done_at', 'text')
    .execute();
  await db.schema.createIndex('refused_mails_open').on('refused_mails').columns(['done_at', 'at']).execute();
  await db.schema.alterTable('drafts').addColumn('register', 'text').execute();
  await db.schema.alterTable('mailboxes').addColumn('since', 'text').execute();
}
