import { sql, type Kysely } from 'kysely';
import { isPostgres } from '../dialect.ts';
import { listFromJournal } from './listing-rows.ts';

/**
 * The list of conversations that colleagues search: a row a conversation, a row a question, the words. It is made from the
 * journal: whatever is deleted there takes its rows along, whoever deletes it.
 */
export async function createListing(db: Kysely<unknown>): Promise<void> {
  const postgres = isPostgres(db);
  await createTables(db, postgres);
  await (postgres ? forgetWithJournalOnPostgres(db) : forgetWithJournalOnSqlite(db));
  const tables = db as Parameters<typeof listFromJournal>[0];
  const known = await (db as Kysely<{ conversations: { id: string; started_at: string } }>)
    .selectFrom('conversations')
    .select('id')
    .orderBy('started_at')
    .orderBy('id')
    .execute();
  for (const { id } of known) await listFromJournal(tables, id);
}

async function createTables(db: Kysely<unknown>, postgres: boolean): Promise<void> {
  await db.schema
    .createTable('listed')
    .addColumn('number', postgres ? 'bigserial' : 'integer', (column) =>
      // Never given twice: an erased conversation's number must not become another's.
      postgres ? column.primaryKey() : column.primaryKey().autoIncrement(),
    )
    .addColumn('conversation', 'text', (column) => column.notNull().unique())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('language', 'text')
    .addColumn('opening', 'text', (column) => column.notNull())
    .addColumn('asked', 'integer', (column) => column.notNull())
    .addColumn('decision', 'text')
    .addColumn('least_sure', 'real')
    .addColumn('handed_over', 'integer', (column) => column.notNull())
    .addColumn('emergency', 'integer', (column) => column.notNull())
    .addColumn('helped', 'integer', (column) => column.notNull())
    .addColumn('not_helped', 'integer', (column) => column.notNull())
    .addColumn('missed', 'integer', (column) => column.notNull())
    .addColumn('reviewed', 'integer', (column) => column.notNull())
    .addColumn('assigned', 'text')
    .execute();
  await db.schema.createIndex('listed_channel').on('listed').column('channel').execute();
  await db.schema.createIndex('listed_language').on('listed').column('language').execute();
  await db.schema.createIndex('listed_started').on('listed').column('started_at').execute();
  await db.schema
    .createTable('turns')
    .addColumn('number', postgres ? 'bigint' : 'integer', (column) =>
      column.notNull().references('listed.number').onDelete('cascade'),
    )
    .addColumn('turn', 'integer', (column) => column.notNull())
    .addColumn('part', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('decision', 'text', (column) => column.notNull())
    .addColumn('intent', 'text')
    .addColumn('score', 'real')
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('helped', 'integer')
    .addPrimaryKeyConstraint('turns_key', ['number', 'turn', 'part'])
    .execute();
  await db.schema.createIndex('turns_at').on('turns').column('at').execute();
  await db.schema.createIndex('turns_decision').on('turns').columns(['decision', 'at']).execute();
  await db.schema
    .createTable('annotations')
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('verdict', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('right_answer', 'text')
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('annotations_key', ['conversation', 'position'])
    .execute();
  await db.schema.createIndex('annotations_at').on('annotations').column('at').execute();
  await db.schema
    .createTable('queue')
    .addColumn('item', 'text', (column) => column.primaryKey())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('who', 'text')
    .addColumn('name', 'text')
    .addColumn('taken_at', 'text')
    .addColumn('answered_at', 'text')
    .addColumn('closed_at', 'text')
    .execute();
  await db.schema.createIndex('queue_conversation').on('queue').column('conversation').execute();
}

async function forgetWithJournalOnSqlite(db: Kysely<unknown>): Promise<void> {
  await sql`create virtual table conversation_words using fts5(text, tokenize = "unicode61 remove_diacritics 2")`.execute(
    db,
  );
  // Without it the words of a deleted row stay in the index until it is merged.
  await sql`insert into conversation_words(conversation_words, rank) values ('secure-delete', 1)`.execute(db);
  await sql`create trigger listed_forgotten after delete on listed begin
    delete from conversation_words where rowid between old.number * 1048576 and old.number * 1048576 + 1048575;
  end`.execute(db);
  await sql`create trigger journal_forgotten after delete on journal begin
    delete from listed where conversation = old.conversation;
    delete from queue where conversation = old.conversation;
    delete from annotations where conversation = old.conversation and position = old.position;
  end`.execute(db);
}

async function forgetWithJournalOnPostgres(db: Kysely<unknown>): Promise<void> {
  await sql`create table conversation_words (
    number bigint not null references listed on delete cascade, turn integer not null,
    text text not null, words tsvector not null, primary key (number, turn))`.execute(db);
  await sql`create index conversation_words_words on conversation_words using gin (words)`.execute(db);
  await sql`create function forget_listed() returns trigger language plpgsql as $$ begin
    delete from listed where conversation = old.conversation;
    delete from queue where conversation = old.conversation;
    delete from annotations where conversation = old.conversation and position = old.position;
    return null;
  end $$`.execute(db);
  await sql`create trigger journal_forgotten after delete on journal for each row execute function forget_listed()`.execute(
    db,
  );
}
