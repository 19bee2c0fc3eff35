import type { Kysely } from 'kysely';

/** Conversations whose tokens ended, by the hash of their name. */
export async function createRevocationsTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('revocations')
    .addColumn('conversation_hash', 'text', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('revocations_at').on('revocations').column('at').execute();
}
