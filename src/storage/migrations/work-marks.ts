import type { Kysely } from 'kysely';

/** What colleagues are done with of the work list. A question is named by a hash: nothing of it is read from here. */
export async function createWorkMarks(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('work_marks')
    .addColumn('question_hash', 'text', (column) => column.primaryKey())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('intent', 'text')
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
}
