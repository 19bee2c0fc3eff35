import { sql, type Kysely } from 'kysely';
import { isPostgres } from '../dialect.ts';

/** What came second to what was answered: near-ties are work for colleagues. Of a message of one question, read from the journal. */
export async function createRunnerUp(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('turns').addColumn('runner_up', 'text').execute();
  await db.schema.alterTable('turns').addColumn('runner_up_score', 'real').execute();
  const read = (field: 'intent' | 'score') =>
    isPostgres(db)
      ? sql`(journal.trace::json -> 'runnerUp' ->> ${sql.lit(field)})`
      : sql`json_extract(journal.trace, ${sql.lit(`$.runnerUp.${field}`)})`;
  const second = (value: ReturnType<typeof read>) => sql`(select ${value} from journal
    join listed on listed.conversation = journal.conversation
    where listed.number = turns.number and journal.turn = turns.turn and journal.trace is not null limit 1)`;
  const score = isPostgres(db) ? sql`(${read('score')})::real` : read('score');
  await sql`update turns set runner_up = ${second(read('intent'))}, runner_up_score = ${second(score)}
    where not exists (select 1 from turns as other
      where other.number = turns.number and other.turn = turns.turn and other.part <> turns.part)`.execute(db);
}
