import { sql, type Kysely } from 'kysely';
import { isPostgres } from '../dialect.ts';

/** Whether the last thing said to a student was a question: a form that was left, "which one?". Read from the journal. */
export async function createPending(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('listed')
    .addColumn('pending', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  const read = (field: string) =>
    isPostgres(db)
      ? sql`(journal.trace::json ->> ${sql.lit(field)})`
      : sql`json_extract(journal.trace, ${sql.lit(`$.${field}`)})`;
  await sql`update listed set pending = coalesce((
    select case when ${read('asking')} is not null or ${read('decision')} = 'clarify' then 1 else 0 end
    from journal where journal.conversation = listed.conversation and journal.trace is not null
    order by journal.position desc limit 1), 0)`.execute(db);
}
