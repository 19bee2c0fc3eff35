import type { Kysely } from 'kysely';
import type { Revocations } from '../ports/revocations.ts';
import { tellWithin } from './announcements.ts';
import { erasureOf } from './erase.ts';
import { prepared } from './prepared.ts';
import { stored } from './stored.ts';
import type { Database, Tables } from './tables.ts';

/** @param ended told of whose links ended, once it is committed; the other processes hear of it by the transaction */
export function createRevocations(db: Database, ended: (conversation: string) => void): Revocations {
  const endOf = (name: string) =>
    stored('look for a revocation', async () => (await revokedAt(db, { hash: erasureOf(name) }))[0]?.at ?? null);
  return {
    of: endOf,
    ofLinks: (conversation) => endOf(linksOf(conversation)),
    async endLinks(conversation, at) {
      await stored('end the links to a conversation', () =>
        db.transaction().execute(async (transaction) => {
          await revoke(transaction, linksOf(conversation), at);
          await tellWithin(transaction, 'links-ended', conversation);
        }),
      );
      ended(conversation);
    },
  };
}

const revokedAt = prepared((db, { hash }: { hash: string }) =>
  db.selectFrom('revocations').select('at').where('conversation_hash', '=', hash),
);

/** No conversation's name has a space. */
function linksOf(conversation: string): string {
  return `links to ${conversation}`;
}

/** Ends what was signed for a conversation until now. */
export async function revoke(within: Kysely<Tables>, conversation: string, at: string): Promise<void> {
  await within
    .insertInto('revocations')
    .values({ conversation_hash: erasureOf(conversation), at })
    .onConflict((conflict) => conflict.column('conversation_hash').doUpdateSet({ at }))
    .execute();
}

/**
 * What was signed before such a time has ended by itself: a browser's key, which lives as long as a transcript, or a link in a
 * letter, which lives thirty days.
 */
export async function forgetRevocations(db: Database, now: string, transcripts: string): Promise<void> {
  const longest = Math.min(Date.parse(transcripts), Date.parse(now) - letterDays * day);
  await db
    .deleteFrom('revocations')
    .where('at', '<', new Date(longest - day).toISOString())
    .execute();
}

const letterDays = 30;
const day = 86_400_000;
