import { createHmac } from 'node:crypto';
import { whereIn } from './addresses.ts';
import { createCipher } from './cipher.ts';
import { draftAddress } from './drafts.ts';
import { contentOf } from './outbox.ts';
import { stored } from './stored.ts';
import type { Database } from './tables.ts';

export type KeyName = 'DELIVERY_KEY' | 'TOKEN_KEY';

/** Which keys a database was written with, so that a start with others says so instead of losing what they sealed. */
export type KeyPrints = {
  /** Notes a key that the database has none of its name yet, where nothing there was sealed with another. */
  fits(name: KeyName, key: Uint8Array): Promise<boolean>;
  /** From now on this is the database's key: what others sealed is given up. */
  accept(name: KeyName, key: Uint8Array): Promise<void>;
  /** How many addresses, drafts and deliveries there are that this key does not open. */
  unreadable(key: Uint8Array): Promise<number>;
};

export function createKeyPrints(db: Database): KeyPrints {
  const accept = (name: KeyName, key: Uint8Array): Promise<void> =>
    stored('note which key is in use', async () => {
      const print = printOf(name, key);
      await db
        .insertInto('key_prints')
        .values({ name, print })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ print }))
        .execute();
    });
  const unreadable = (key: Uint8Array): Promise<number> =>
    stored('see what a key opens', async () => {
      const opened = await openedWith(db, key);
      return opened.filter((content) => content === null).length;
    });
  return {
    accept,
    unreadable,
    fits: (name, key) =>
      stored('compare the keys', async () => {
        const known = await db.selectFrom('key_prints').select('print').where('name', '=', name).executeTakeFirst();
        if (known !== undefined) return known.print === printOf(name, key);
        // A database of before knows no print: what was sealed in it tells.
        if (name === 'DELIVERY_KEY' && (await opensNothing(db, key))) return false;
        await accept(name, key);
        return true;
      }),
  };
}

/** A key is 32 random bytes: nobody finds it by its print. */
function printOf(name: KeyName, key: Uint8Array): string {
  return createHmac('sha256', key).update(`guichet ${name}`).digest('base64url');
}

async function opensNothing(db: Database, key: Uint8Array): Promise<boolean> {
  const opened = await openedWith(db, key);
  return opened.length > 0 && opened.every((content) => content === null);
}

/** Each address, draft and delivery as this key opens it; null where it does not. What was sent is empty. */
async function openedWith(db: Database, key: Uint8Array): Promise<readonly unknown[]> {
  const cipher = createCipher(key);
  const addresses = await db.selectFrom('addresses').select(['conversation', 'content']).execute();
  const drafts = await db.selectFrom('drafts').select(['id', 'address']).execute();
  const outbox = await db.selectFrom('outbox').select(['id', 'content']).where('content', '<>', '').execute();
  return [
    ...addresses.map((row) => whereIn(cipher, row)),
    ...drafts.map((row) => draftAddress(cipher, row)),
    ...outbox.map((row) => contentOf(cipher, row)),
  ];
}
