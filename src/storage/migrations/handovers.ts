import { sql, type Kysely } from 'kysely';

/**
 * How a hand-over goes on: when the student wrote again, when a colleague last acted and last answered, what colleagues note and
 * have not sent yet, who is away. What was there before is filled from the journal; what somebody held who was removed is free.
 */
export async function createHandoverStates(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('handovers').addColumn('wrote_at', 'text').execute();
  await db.schema.alterTable('queue').addColumn('acted_at', 'text').execute();
  await db.schema.alterTable('queue').addColumn('replied_at', 'text').execute();
  await db.schema.alterTable('staff').addColumn('away_since', 'text').execute();
  await db.schema
    .createTable('handover_notes')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('reference', 'text', (column) => column.notNull())
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('handover_notes_of')
    .on('handover_notes')
    .columns(['conversation', 'reference'])
    .execute();
  await db.schema
    .createTable('unsent_replies')
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('unsent_replies_key', ['item', 'who'])
    .execute();
  await db.schema.createIndex('unsent_replies_of').on('unsent_replies').column('conversation').execute();
  await sql`update queue set acted_at = coalesce(answered_at, taken_at), replied_at = answered_at`.execute(db);
  await sql`update handovers set wrote_at = (
    select max(journal.at) from journal
    where journal.conversation = handovers.conversation and journal.direction = 'in'
      and journal.text <> '' and journal.at > handovers.at)`.execute(db);
  await sql`update queue set who = null, name = null, taken_at = null
    where closed_at is null and who in (select id from staff where removed_at is not null)`.execute(db);
}
