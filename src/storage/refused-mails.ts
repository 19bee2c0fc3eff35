import type { Selectable } from 'kysely';
import type { RefusedMail, RefusedMails } from '../ports/refused-mails.ts';
import type { Cipher } from './cipher.ts';
import { stored } from './stored.ts';
import type { Database, Tables } from './tables.ts';

export function createRefusedMails(db: Database, cipher: Cipher): RefusedMails {
  const opened = ({ id, code, at, ...row }: Selectable<Tables['refused_mails']>): RefusedMail => {
    return { id, code, at, waits: row.waits === 1, ...(contentOf(cipher, { id, ...row }) ?? nothing) };
  };
  return {
    put: ({ id, code, waits, at, ...content }) =>
      stored('keep a refused mail', async () => {
        const sealed = cipher.seal(rowName(id), content satisfies Content);
        await db
          .insertInto('refused_mails')
          .values({ id, code, waits: waits ? 1 : 0, content: sealed, at, done_at: null })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute();
      }),
    list: (limit) =>
      stored('list refused mails', async () => {
        const rows = await db
          .selectFrom('refused_mails')
          .selectAll()
          .where('done_at', 'is', null)
          .orderBy('waits', 'desc')
          .orderBy('at', 'desc')
          .orderBy('id')
          .limit(limit)
          .execute();
        return rows.map(opened);
      }),
    read: (id) =>
      stored('read a refused mail', async () => {
        const row = await db.selectFrom('refused_mails').selectAll().where('id', '=', id).executeTakeFirst();
        return row === undefined ? null : opened(row);
      }),
    done: (id, at) =>
      stored('be done with a refused mail', async () => {
        // The row stays, so that the same mail again is not listed anew; what it said goes.
        const { numUpdatedRows } = await db
          .updateTable('refused_mails')
          .set({ done_at: at, content: null })
          .where('id', '=', id)
          .where('done_at', 'is', null)
          .executeTakeFirstOrThrow();
        return numUpdatedRows > 0n ? 'done' : 'not-open';
      }),
  };
}

/** What was refused from somebody who is erased: it belongs to no conversation, and is found by who wrote it. */
export async function forgetRefused(db: Database, cipher: Cipher, isTheirs: (from: string) => boolean): Promise<void> {
  const rows = await db
    .selectFrom('refused_mails')
    .select(['id', 'content'])
    .where('content', 'is not', null)
    .execute();
  const theirs = rows.filter((row) => {
    const { from } = contentOf(cipher, row) ?? nothing;
    return from !== '' && isTheirs(from);
  });
  if (theirs.length === 0) return;
  const ids = theirs.map(({ id }) => id);
  await db.updateTable('refused_mails').set({ content: null }).where('id', 'in', ids).execute();
}

type Content = Pick<RefusedMail, 'from' | 'subject' | 'text'>;
const nothing: Content = Object.freeze({ from: '', subject: '', text: '' });

/** Null once somebody was done with it, and where another key sealed it. */
function contentOf(cipher: Cipher, { id, content }: Pick<Tables['refused_mails'], 'id' | 'content'>): Content | null {
  return content === null ? null : (cipher.open(rowName(id), content) as Content | null);
}

function rowName(id: string): string {
  return `refused_mails ${id}`;
}
