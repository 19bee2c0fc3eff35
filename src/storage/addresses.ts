import type { Address, Addresses } from '../ports/addresses.ts';
import type { Cipher } from './cipher.ts';
import { stored } from './stored.ts';
import type { Database } from './tables.ts';

export function createAddresses(db: Database, cipher: Cipher): Addresses {
  return {
    keep: (conversation, { channel, where }, at) =>
      stored('keep an address', async () => {
        const row = { channel, content: cipher.seal(rowName(conversation), where), kept_at: at };
        await db
          .insertInto('addresses')
          .values({ conversation, ...row })
          .onConflict((conflict) => conflict.column('conversation').doUpdateSet(row))
          .execute();
      }),
    of: (conversation) => stored('read an address', () => addressOf(db, cipher, conversation)),
    forget: (before) =>
      stored('forget addresses', async () => {
        const { numDeletedRows } = await db
          .deleteFrom('addresses')
          .where('kept_at', '<', before)
          .executeTakeFirstOrThrow();
        return Number(numDeletedRows);
      }),
  };
}

/** Null also for one that another key sealed: whoever lost the key has no addresses. */
export async function addressOf(
  db: Pick<Database, 'selectFrom'>,
  cipher: Cipher,
  conversation: string,
): Promise<Address | null> {
  const row = await db
    .selectFrom('addresses')
    .select(['channel', 'content'])
    .where('conversation', '=', conversation)
    .executeTakeFirst();
  const where = row === undefined ? null : cipher.open(rowName(conversation), row.content);
  return row === undefined || where === null ? null : { channel: row.channel, where: where as Address['where'] };
}

function rowName(conversation: string): string {
  return `addresses ${conversation}`;
}
