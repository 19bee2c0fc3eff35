import { createHmac } from 'node:crypto';
import type { Letters } from '../ports/letters.ts';
import { stored } from './stored.ts';
import type { Database } from './tables.ts';

/** Addresses are kept as keyed hashes, for as long as they count. */
export function createLetters(db: Database, key: Uint8Array): Letters {
  return {
    allow: ({ recipient, day, id: letter }, most) =>
      stored('count a letter', () =>
        db.transaction().execute(async (transaction) => {
          const hashed = createHmac('sha256', key).update(`letters ${recipient.toLowerCase()}`).digest('hex');
          await transaction.deleteFrom('letters').where('day', '<', day).execute();
          const others = await transaction
            .selectFrom('letters')
            .select('letter')
            .where('recipient', '=', hashed)
            .where('day', '=', day)
            .where('letter', '!=', letter)
            .execute();
          if (others.length >= most) return false;
          await transaction
            .insertInto('letters')
            .values({ recipient: hashed, day, letter })
            .onConflict((conflict) => conflict.doNothing())
            .execute();
          return true;
        }),
      ),
    allowNumbers: ({ recipient, at, id: letter }) =>
      stored('count a letter of numbers', async () => {
        const hashed = createHmac('sha256', key).update(`numbers ${recipient.toLowerCase()}`).digest('hex');
        const anHourAgo = new Date(Date.parse(at) - hourMs).toISOString();
        await db.deleteFrom('number_letters').where('at', '<=', anHourAgo).execute();
        await db
          .insertInto('number_letters')
          .values({ recipient: hashed, letter, at })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        // Of two processes that come at once, one finds the other's letter.
        const counted = await db
          .selectFrom('number_letters')
          .select('letter')
          .where('recipient', '=', hashed)
          .executeTakeFirst();
        return counted?.letter === letter;
      }),
  };
}

const hourMs = 3_600_000;
