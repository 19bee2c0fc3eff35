import type { Kysely } from 'kysely';

/** The history of the knowledge, who was told of a correction, and what was erased. */
export async function createKnowledgeTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('knowledge_changes')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('file', 'text', (column) => column.notNull())
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('author_name', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('decided_by', 'text')
    .addColumn('decided_name', 'text')
    .addColumn('decided_at', 'text')
    .addColumn('number', 'integer')
    .execute();
  await db.schema.createIndex('knowledge_changes_at').on('knowledge_changes').columns(['state', 'at']).execute();
  await db.schema.createIndex('knowledge_changes_file').on('knowledge_changes').columns(['file', 'at']).execute();
  // One row: whoever publishes changes it first, and so waits for whoever is publishing.
  await db.schema
    .createTable('knowledge_turnstile')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('passed', 'integer', (column) => column.notNull())
    .execute();
  await (db as Kysely<{ knowledge_turnstile: { id: number; passed: number } }>)
    .insertInto('knowledge_turnstile')
    .values({ id: 1, passed: 0 })
    .execute();
  await db.schema
    .createTable('corrections')
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('turn', 'integer', (column) => column.notNull())
    .addColumn('activity', 'text', (column) => column.notNull())
    .addColumn('told_by', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('corrections_key', ['conversation', 'turn'])
    .execute();
  await db.schema
    .createTable('erasures')
    .addColumn('conversation_hash', 'text', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
}
