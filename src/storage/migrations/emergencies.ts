import { sql, type Kysely } from 'kysely';
import { isPostgres } from '../dialect.ts';

/** Turns that heard danger, for the staff's queue; and when an address last got the numbers by mail. */
export async function createEmergencies(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('emergencies')
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('turn', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('degree', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('told', 'integer', (column) => column.notNull())
    .addColumn('seen_by', 'text')
    .addColumn('seen_name', 'text')
    .addColumn('seen_at', 'text')
    .addColumn('done_by', 'text')
    .addColumn('done_name', 'text')
    .addColumn('done_at', 'text')
    .addPrimaryKeyConstraint('emergencies_key', ['conversation', 'turn'])
    .execute();
  await db.schema.createIndex('emergencies_done').on('emergencies').columns(['done_at', 'at']).execute();
  await db.schema.createIndex('emergencies_at').on('emergencies').column('at').execute();
  await db.schema
    .createTable('number_letters')
    .addColumn('recipient', 'text', (column) => column.primaryKey())
    .addColumn('letter', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await (isPostgres(db) ? forgetWithJournalOnPostgres(db) : forgetWithJournalOnSqlite(db));
  await keepEarlier(db);
}

/** What was heard before there was a list of it: counted, and nobody's to look after any more. */
async function keepEarlier(db: Kysely<unknown>): Promise<void> {
  await sql`insert into emergencies
      (conversation, turn, at, channel, language, degree, kind, told, done_at)
    select listed.conversation, turns.turn, min(turns.at), min(turns.channel), min(turns.language), 'certain',
      max(case when turns.intent = 'suicide' then 'self-harm' else 'life' end), 0, min(turns.at)
    from turns join listed on listed.number = turns.number
    where turns.decision = 'emergency'
    group by listed.conversation, turns.turn`.execute(db);
}

async function forgetWithJournalOnSqlite(db: Kysely<unknown>): Promise<void> {
  await sql`create trigger emergency_forgotten after delete on journal begin
    delete from emergencies where conversation = old.conversation and turn = old.turn;
  end`.execute(db);
}

async function forgetWithJournalOnPostgres(db: Kysely<unknown>): Promise<void> {
  await sql`create function forget_emergency() returns trigger language plpgsql as $$ begin
    delete from emergencies where conversation = old.conversation and turn = old.turn;
    return null;
  end $$`.execute(db);
  await sql`create trigger emergency_forgotten after delete on journal
    for each row execute function forget_emergency()`.execute(db);
}
