import type { Kysely } from 'kysely';

/** A row that is written to see whether anything can be; prints of the keys that this database was written with. */
export async function createPulse(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('pulse')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('filler', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('key_prints')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('print', 'text', (column) => column.notNull())
    .execute();
}
