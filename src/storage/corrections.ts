import type { Corrections } from '../ports/corrections.ts';
import { stored } from './stored.ts';
import type { Database } from './tables.ts';

export function createCorrections(db: Database): Corrections {
  return {
    told: (conversation) =>
      stored('read corrections', async () => {
        const rows = await db
          .selectFrom('corrections')
          .select('turn')
          .where('conversation', '=', conversation)
          .execute();
        return new Set(rows.map(({ turn }) => turn));
      }),
    note: ({ conversation, position, activity, by, at }) =>
      stored('note a correction', async () => {
        await db
          .insertInto('corrections')
          .values({ conversation, turn: position, activity, told_by: by, at })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }),
  };
}
