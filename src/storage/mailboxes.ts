import type { Mailboxes } from '../ports/mailboxes.ts';
import { stored } from './stored.ts';
import type { Database } from './tables.ts';

export function createMailboxes(db: Database): Mailboxes {
  return {
    read: (mailbox) =>
      stored('read how far a mailbox was read', async () => {
        const row = await db.selectFrom('mailboxes').selectAll().where('mailbox', '=', mailbox).executeTakeFirst();
        return row === undefined ? null : { uidValidity: row.uid_validity, uid: row.uid };
      }),
    mark: (mailbox, { uidValidity, uid }) =>
      stored('note how far a mailbox was read', async () => {
        const mark = { uid_validity: uidValidity, uid };
        await db
          .insertInto('mailboxes')
          .values({ mailbox, ...mark })
          .onConflict((conflict) => conflict.column('mailbox').doUpdateSet(mark))
          .execute();
      }),
  };
}
