import { Migrator, sql, type Kysely, type Migration } from 'kysely';
import { isPostgres } from './dialect.ts';
import { settle } from './erase.ts';
import { createDeliveries } from './migrations/deliveries.ts';
import { createEmergencies } from './migrations/emergencies.ts';
import { findByRecipient } from './migrations/erasing.ts';
import { createKnowledgeTables } from './migrations/knowledge.ts';
import { createHandoverStates } from './migrations/handovers.ts';
import { changeKnowledgeLayout } from './migrations/knowledge-layout.ts';
import { createListing } from './migrations/listing.ts';
import { createMailCodes } from './migrations/mail-codes.ts';
import { changeSignIn } from './migrations/sign-in.ts';
import { createPending } from './migrations/pending.ts';
import { createPulse } from './migrations/pulse.ts';
import { createRefusedMails } from './migrations/refused-mails.ts';
import { createRevocationsTable } from './migrations/revocations.ts';
import { createSavedReplies } from './migrations/saved-replies.ts';
import { createSecondStep } from './migrations/second-step.ts';
import { createRunnerUp } from './migrations/runner-up.ts';
import { createStaffTables } from './migrations/staff.ts';
import { createWorkMarks } from './migrations/work-marks.ts';
import { storageFailed } from './stored.ts';
import type { Database } from './tables.ts';

/** Brings the schema up to date. A migration that was released is never changed: add one. @throws AppError storage/failed */
export async function migrate(db: Database): Promise<void> {
  const done = await (isPostgres(db) ? migrateWith(db) : migrateInOneGo(db));
  // What a migration took out is gone from SQLite's log as well.
  if (done > 0) await settle(db);
}

/** Kysely locks PostgreSQL while it does, and undoes there what failed; of SQLite it expects neither. */
async function migrateInOneGo(db: Database): Promise<number> {
  return db.connection().execute(async (connection) => {
    await sql`begin immediate`.execute(connection);
    try {
      const done = await migrateWith(connection);
      await sql`commit`.execute(connection);
      return done;
    } catch (problem) {
      await sql`rollback`.execute(connection).catch(() => undefined);
      throw problem;
    }
  });
}

async function migrateWith(db: Database): Promise<number> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) throw storageFailed('The database could not be brought up to date.', error);
  return results.length;
}

const migrations: Record<string, Migration> = {
  '0001-journal': { up: createJournal },
  '0002-deliveries': { up: createDeliveries },
  '0003-staff': { up: createStaffTables },
  '0004-knowledge': { up: createKnowledgeTables },
  '0005-listing': { up: createListing },
  '0006-sign-in': { up: changeSignIn },
  '0007-mail-codes': { up: createMailCodes },
  '0008-revocations': { up: createRevocationsTable },
  '0009-emergencies': { up: createEmergencies },
  '0010-knowledge-layout': { up: changeKnowledgeLayout },
  '0011-pulse': { up: createPulse },
  '0012-refused-mails': { up: createRefusedMails },
  '0013-second-step': { up: createSecondStep },
  '0014-erasing': { up: findByRecipient },
  '0015-handover-states': { up: createHandoverStates },
  '0016-work-marks': { up: createWorkMarks },
  '0017-pending': { up: createPending },
  '0018-runner-up': { up: createRunnerUp },
  '0019-saved-replies': { up: createSavedReplies },
};

/** Whether a database has exactly this program's schema. */
export async function isCurrent(db: Database): Promise<boolean> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name).join() === Object.keys(migrations).sort().join();
}

async function createJournal(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('conversations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('entries', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('journal')
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('turn', 'integer', (column) => column.notNull())
    .addColumn('activity', 'text', (column) => column.notNull())
    .addColumn('direction', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('activity_json', 'text')
    .addColumn('reply', 'text')
    .addColumn('trace', 'text')
    .addPrimaryKeyConstraint('journal_key', ['conversation', 'position'])
    .addUniqueConstraint('journal_activity', ['conversation', 'activity'])
    .execute();
  await db.schema.createIndex('journal_at').on('journal').column('at').execute();
  await db.schema
    .createTable('handovers')
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('reference', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('facts', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('handovers_key', ['conversation', 'reference'])
    .execute();
  await db.schema
    .createTable('feedback')
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('turn', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('about', 'text')
    .addColumn('helpful', 'integer', (column) => column.notNull())
    .addColumn('comment', 'text')
    .execute();
  await db.schema.createIndex('feedback_conversation').on('feedback').column('conversation').execute();
}
