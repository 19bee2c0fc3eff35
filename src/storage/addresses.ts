import type { Address, Addresses } from '../ports/addresses.ts';
import type { Cipher } from './cipher.ts';
import { stored } from './stored.ts';
import type { Database, Tables } from './tables.ts';

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
  const where = row === undefined ? null : whereIn(cipher, { conversation, ...row });
  return row === undefined || where === null ? null : { channel: row.channel, where };
}

/** Where somebody is reached, in the clear; null when it cannot be opened. */
export function whereIn(
  cipher: Cipher,
  { conversation, content }: Pick<Tables['addresses'], 'conversation' | 'content'>,
): Address['where'] | null {
  return cipher.open(rowName(conversation), content) as Address['where'] | null;
}

function rowName(conversation: string): string {
  return `addresses ${conversation}`;
}
