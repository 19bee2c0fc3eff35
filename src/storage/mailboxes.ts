import type { Mailboxes } from '../ports/mailboxes.ts';
import { stored } from './stored.ts';
import type { Database } from './tables.ts';

export function createMailboxes(db: Database): Mailboxes {
  return {
    read: (mailbox) =>
      stored('read how far a mailbox was read', async () => {
        const row = await db.selectFrom('mailboxes').selectAll().where('mailbox', '=', mailbox).executeTakeFirst();
        if (row === undefined) return null;
        const { uid_validity: uidValidity, uid, since } = row;
        return { uidValidity, uid, ...(since !== null && { since }) };
      }),
    mark: (mailbox, { uidValidity, uid, since }) =>
      stored('note how far a mailbox was read', async () => {
        const mark = { uid_validity: uidValidity, uid };
        await db
          .insertInto('mailboxes')
          .values({ mailbox, ...mark, since: since ?? null })
          .onConflict((conflict) => conflict.column('mailbox').doUpdateSet(mark))
          .execute();
      }),
  };
}
