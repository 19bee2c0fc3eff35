import type { Selectable } from 'kysely';
import type { Change, ChangedFile, KnowledgeChanges } from '../ports/knowledge-changes.ts';
import { tellWithin } from './announcements.ts';
import { stored } from './stored.ts';
import type { Database, Tables } from './tables.ts';

export function createKnowledgeChanges(db: Database): KnowledgeChanges {
  return {
    propose: ({ author, files, ...change }) =>
      stored('keep a proposal', () =>
        db.transaction().execute(async (transaction) => {
          await transaction
            .insertInto('knowledge_changes')
            .values({ ...change, author: author.id, author_name: author.name, state: 'proposed' })
            .execute();
          await putFiles(transaction, change.id, files);
        }),
      ),
    amend: ({ id, files, author, reason, at }) =>
      stored('change a proposal', () =>
        db.transaction().execute(async (transaction) => {
          const amended = await transaction
            .updateTable('knowledge_changes')
            .set({ author: author.id, author_name: author.name, reason, at })
            .where('id', '=', id)
            .where('state', '=', 'proposed')
            .executeTakeFirst();
          if (amended.numUpdatedRows === 0n) return 'not-open';
          await transaction.deleteFrom('changed_files').where('change', '=', id).execute();
          await putFiles(transaction, id, files);
          return 'amended';
        }),
      ),
    read: (id) =>
      stored('read a change', async () => {
        const row = await db.selectFrom('knowledge_changes').selectAll().where('id', '=', id).executeTakeFirst();
        return row === undefined ? null : ((await withFiles(db, [row]))[0] ?? null);
      }),
    list: ({ state, file, since }, limit) =>
      stored('list the changes', async () => {
        const rows = await db
          .selectFrom('knowledge_changes')
          .selectAll()
          .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'published'))
          .$if(file !== undefined, (query) =>
            query.where('id', 'in', (eb) =>
              eb
                .selectFrom('changed_files')
                .select('change')
                .where('file', '=', file ?? ''),
            ),
          )
          .$if(since !== undefined, (query) => query.where('decided_at', '>=', since ?? ''))
          .orderBy((eb) => eb.fn.coalesce('decided_at', 'at'), 'desc')
          .orderBy((eb) => eb.fn.coalesce('number', eb.lit(0)), 'desc')
          .orderBy('id')
          .limit(limit)
          .execute();
        return withFiles(db, rows);
      }),
    publish: (change, decided, write) => stored('publish a change', () => publish(db, change, decided, write)),
    drop: (id, { by, at }) =>
      stored('drop a proposal', async () => {
        const dropped = await db
          .updateTable('knowledge_changes')
          .set({ state: 'dropped', decided_by: by.id, decided_name: by.name, decided_at: at })
          .where('id', '=', id)
          .where('state', '=', 'proposed')
          .executeTakeFirst();
        return dropped.numUpdatedRows > 0n ? 'dropped' : 'not-open';
      }),
  };
}

async function putFiles(within: Database, change: string, files: readonly ChangedFile[]): Promise<void> {
  const rows = files.map((file, position) => ({ change, position, ...file }));
  await within.insertInto('changed_files').values(rows).execute();
}

async function publish(
  db: Database,
  { id, at: proposedAt }: Pick<Change, 'id' | 'at'>,
  { by, at }: Parameters<KnowledgeChanges['publish']>[1],
  write: () => boolean,
): Promise<number | 'not-written' | 'not-open'> {
  try {
    return await db.transaction().execute(async (transaction) => {
      const { passed: number } = await transaction
        .updateTable('knowledge_turnstile')
        .set((column) => ({ passed: column('passed', '+', 1) }))
        .returning('passed')
        .executeTakeFirstOrThrow();
      const moved = await transaction
        .updateTable('knowledge_changes')
        .set({ state: 'published', decided_by: by.id, decided_name: by.name, decided_at: at, number })
        .where('id', '=', id)
        .where('at', '=', proposedAt)
        .where('state', '=', 'proposed')
        .executeTakeFirst();
      if (moved.numUpdatedRows === 0n) return 'not-open';
      if (!write()) throw notWritten;
      await tellWithin(transaction, 'knowledge', id);
      return number;
    });
  } catch (problem) {
    // Thrown to undo the transaction; it is an answer, not a failure.
    if (problem === notWritten) return 'not-written';
    throw problem;
  }
}

const notWritten = new RangeError('not written');

type Row = Selectable<Tables['knowledge_changes']>;

/** Some at a time: a statement takes only so many values. */
async function withFiles(db: Database, rows: readonly Row[]): Promise<Change[]> {
  const changes: Change[] = [];
  for (let from = 0; from < rows.length; from += atATime) {
    const some = rows.slice(from, from + atATime);
    const ids = some.map(({ id }) => id);
    const files = await db
      .selectFrom('changed_files')
      .selectAll()
      .where('change', 'in', ids)
      .orderBy('position')
      .execute();
    const byChange = Map.groupBy(files, ({ change }) => change);
    changes.push(...some.map((row) => changeOf(row, byChange.get(row.id) ?? [])));
  }
  return changes;
}

const atATime = 500;

function changeOf(row: Row, files: readonly Selectable<Tables['changed_files']>[]): Change {
  const { id, reason, at, state, number } = row;
  const decided =
    row.decided_by === null || row.decided_at === null
      ? null
      : { by: { id: row.decided_by, name: row.decided_name ?? '' }, at: row.decided_at };
  return {
    id,
    files: files.map(({ file, before, after }) => ({ file, before, after })),
    reason,
    at,
    state,
    number,
    author: { id: row.author, name: row.author_name },
    decided,
  };
}
