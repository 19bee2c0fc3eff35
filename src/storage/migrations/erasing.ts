import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/**
 * Deliveries are found by whom they went to (`recipient` is a keyed hash). What the log of deeds says of conversations that were
 * erased or forgotten before it was cleaned with them is taken out: their names, and those of hand-overs and letters.
 */
export async function findByRecipient(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('outbox').addColumn('recipient', 'text').execute();
  await db.schema.createIndex('outbox_recipient').on('outbox').column('recipient').execute();
  await forgetNames(db);
}

async function forgetNames(db: Kysely<Tables>): Promise<void> {
  const names = new Map([
    ['conversation', await namesOf(db.selectFrom('conversations').select('id as name'))],
    ['reference', await namesOf(db.selectFrom('handovers').select('reference as name'))],
    ['draft', await namesOf(db.selectFrom('drafts').select('id as name'))],
    ['delivery', await namesOf(db.selectFrom('outbox').select('id as name'))],
  ]);
  for (let after = ''; ;) {
    const rows = await db
      .selectFrom('audit')
      .select(['id', 'about'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(1000)
      .execute();
    for (const { id, about } of rows) {
      const fields = JSON.parse(about) as Record<string, unknown>;
      const gone = Object.entries(fields).filter(
        ([field, value]) => typeof value === 'string' && names.get(field)?.has(value) === false,
      );
      if (gone.length === 0) continue;
      const rest = Object.fromEntries(
        Object.entries(fields).filter(([field]) => !gone.some(([name]) => name === field)),
      );
      const cleaned = JSON.stringify({ ...rest, erased: true });
      await db.updateTable('audit').set({ about: cleaned }).where('id', '=', id).execute();
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

async function namesOf(query: { execute(): Promise<readonly { name: string }[]> }): Promise<ReadonlySet<string>> {
  return new Set((await query.execute()).map(({ name }) => name));
}
