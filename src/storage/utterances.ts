import type { Transaction } from 'kysely';
import type { Utterance, Utterances } from '../ports/utterances.ts';
import { addressOf } from './addresses.ts';
import { noticeOf, toldOf } from './announcements.ts';
import type { Cipher } from './cipher.ts';
import { enlist } from './listing.ts';
import { putDelivery } from './outbox.ts';
import { stored } from './stored.ts';
import type { Database, Tables } from './tables.ts';

/** Called after the commit, never before. */
export type ToldOfUtterance = {
  readonly wrote: (conversation: string, upTo: number) => void;
  readonly wasPut: () => void;
};

export function createUtterances(db: Database, cipher: Cipher, tell: ToldOfUtterance): Utterances {
  return {
    append: (said, deliver) =>
      stored('say something', async () => {
        const outcome = await db.transaction().execute(async (transaction) => {
          const appended = await appendUtterance(transaction, said);
          if (typeof appended === 'string') return appended;
          const address = await addressOf(transaction, cipher, said.conversation);
          const delivery = address === null ? null : deliver(address);
          if (delivery !== null) await putDelivery(transaction, cipher, delivery);
          return appended;
        });
        if (typeof outcome === 'string') return outcome;
        tell.wrote(said.conversation, outcome.position);
        tell.wasPut();
        return 'said';
      }),
  };
}

/**
 * The next version of the conversation, so that a turn that is being taken meanwhile is taken again and no two entries
 * have one position.
 */
export async function appendUtterance(
  transaction: Transaction<Tables>,
  { conversation, activity, reply, at }: Utterance,
): Promise<{ readonly position: number } | 'said-before' | 'no-such-conversation'> {
  const notice = noticeOf(transaction, conversation);
  const moved = await transaction
    .updateTable('conversations')
    .set((column) => ({ version: column('version', '+', 1), entries: column('entries', '+', 1), changed_at: at }))
    .where('id', '=', conversation)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('journal')
            .select('position')
            .where('conversation', '=', conversation)
            .where('activity', '=', activity),
        ),
      ),
    )
    .returning(['version', 'entries'])
    .$if(notice !== null, (query) => query.returning(toldOf(notice ?? '')))
    .executeTakeFirst();
  if (moved === undefined) return (await isKnown(transaction, conversation)) ? 'said-before' : 'no-such-conversation';
  const channel = await channelOf(transaction, conversation);
  await transaction
    .insertInto('journal')
    .values({
      conversation,
      position: moved.entries,
      turn: moved.version,
      activity,
      direction: 'out',
      channel,
      at,
      text: reply.text,
      activity_json: null,
      reply: JSON.stringify(reply),
      trace: null,
    })
    .execute();
  const entries = [{ direction: 'out' as const, channel, text: reply.text, trace: null }];
  await enlist(transaction, { conversation, turn: moved.version, at, entries, verdicts: [] });
  return { position: moved.entries };
}

async function isKnown(transaction: Transaction<Tables>, conversation: string): Promise<boolean> {
  const row = await transaction
    .selectFrom('conversations')
    .select('id')
    .where('id', '=', conversation)
    .executeTakeFirst();
  return row !== undefined;
}

/** The door that the person came through last. */
async function channelOf(transaction: Transaction<Tables>, conversation: string): Promise<string> {
  const last = await transaction
    .selectFrom('journal')
    .select('channel')
    .where('conversation', '=', conversation)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.channel ?? 'desk';
}
