import type { Selectable } from 'kysely';
import type { SavedReplies, SavedReply } from '../ports/saved-replies.ts';
import { stored } from './stored.ts';
import type { Database, Tables } from './tables.ts';

export function createSavedReplies(db: Database): SavedReplies {
  return {
    list: () =>
      stored('list saved replies', async () =>
        repliesOf(await db.selectFrom('saved_replies').selectAll().orderBy('id').orderBy('language').execute()),
      ),
    read: (id) =>
      stored('read a saved reply', async () => {
        const rows = await db.selectFrom('saved_replies').selectAll().where('id', '=', id).execute();
        return repliesOf(rows)[0] ?? null;
      }),
    keep: ({ id, texts }, { id: who, name }, at) =>
      stored('keep a saved reply', () =>
        db.transaction().execute(async (within) => {
          await within.deleteFrom('saved_replies').where('id', '=', id).execute();
          const rows = Object.entries(texts).map(([language, held]) => ({ id, language, ...held, who, name, at }));
          if (rows.length > 0) await within.insertInto('saved_replies').values(rows).execute();
        }),
      ),
    remove: (id) =>
      stored('remove a saved reply', async () => {
        const { numDeletedRows } = await db.deleteFrom('saved_replies').where('id', '=', id).executeTakeFirstOrThrow();
        return numDeletedRows > 0n ? 'removed' : 'unknown';
      }),
  };
}

function repliesOf(rows: readonly Selectable<Tables['saved_replies']>[]): readonly SavedReply[] {
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, held]) => ({
    id,
    texts: Object.fromEntries(held.map(({ language, title, text }) => [language, { title, text }])),
    name: held[0]?.name ?? '',
    at: held[0]?.at ?? '',
  }));
}
