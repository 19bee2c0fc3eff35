import type { Kysely } from 'kysely';
import type { Revocations } from '../ports/revocations.ts';
import { erasureOf } from './erase.ts';
import { stored } from './stored.ts';
import type { Database, Tables } from './tables.ts';

export function createRevocations(db: Database): Revocations {
  return {
    of: (conversation) =>
      stored('look for a revocation', async () => {
        const row = await db
          .selectFrom('revocations')
          .select('at')
          .where('conversation_hash', '=', erasureOf(conversation))
          .executeTakeFirst();
        return row?.at ?? null;
      }),
  };
}

/** Ends what was signed for a conversation until now. */
export async function revoke(within: Kysely<Tables>, conversation: string, at: string): Promise<void> {
  await within
    .insertInto('revocations')
    .values({ conversation_hash: erasureOf(conversation), at })
    .onConflict((conflict) => conflict.column('conversation_hash').doUpdateSet({ at }))
    .execute();
}

/** What was signed before such a time has ended by itself: a link in a letter, which lives longest, after thirty days. */
export async function forgetRevocations(db: Database, now: string): Promise<void> {
  const before = new Date(Date.parse(now) - longestDays * 86_400_000).toISOString();
  await db.deleteFrom('revocations').where('at', '<', before).execute();
}

const longestDays = 31;
