import type { Kysely } from 'kysely';
import { inSecondLayout } from '../../knowledge/migrate/second-layout.ts';

/** A change of the knowledge is of several files, which lie where the second layout of the folder has them. */
export async function changeKnowledgeLayout(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('changed_files')
    .addColumn('change', 'text', (column) => column.notNull().references('knowledge_changes.id').onDelete('cascade'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('file', 'text', (column) => column.notNull())
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .addPrimaryKeyConstraint('changed_files_key', ['change', 'position'])
    .execute();
  await db.schema.createIndex('changed_files_file').on('changed_files').column('file').execute();
  const tables = db as Kysely<Tables>;
  const changes = await tables.selectFrom('knowledge_changes').select('id').execute();
  // One by one: a long history is more than a memory need hold.
  for (const { id } of changes) {
    const change = await tables
      .selectFrom('knowledge_changes')
      .select(['file', 'before', 'after'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const rows = filesOf(change).map((file, position) => ({ change: id, position, ...file }));
    await tables.insertInto('changed_files').values(rows).execute();
  }
  await db.schema.dropIndex('knowledge_changes_file').execute();
  for (const column of ['file', 'before', 'after']) {
    await db.schema.alterTable('knowledge_changes').dropColumn(column).execute();
  }
}

type ChangedFile = { file: string; before: string | null; after: string | null };

/** Those that differ; a change of nothing but space keeps them all, and what cannot be read stays whole as it was. */
function filesOf({ file, before, after }: ChangedFile): ChangedFile[] {
  const [was, is] = [before, after].map((text) =>
    text === null ? new Map<string, string>() : inSecondLayout(file, text),
  );
  if (was == null || is == null) return [{ file, before, after }];
  const all = [...new Set([...was.keys(), ...is.keys()])].map((path) => ({
    file: path,
    before: was.get(path) ?? null,
    after: is.get(path) ?? null,
  }));
  const differing = all.filter((one) => one.before !== one.after);
  return differing.length > 0 ? differing : all.length > 0 ? all : [{ file, before, after }];
}

type Tables = {
  knowledge_changes: ChangedFile & { id: string };
  changed_files: ChangedFile & { change: string; position: number };
};
