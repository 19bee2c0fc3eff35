import { createHmac, timingSafeEqual } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { mailCodeMinutes, type MailCodes } from '../ports/mail-codes.ts';
import { isPostgres } from './dialect.ts';
import { stored } from './stored.ts';
import type { Database, Tables } from './tables.ts';

export function createMailCodes(db: Database, key: Uint8Array): MailCodes {
  const hashed = (kind: string, text: string) => createHmac('sha256', key).update(`${kind} ${text}`).digest('hex');
  const askerOf = (conversation: string) => hashed('mail code asked in', conversation);
  const recipientOf = (address: string) => hashed('mail code to', boxOf(address));
  const codeOf = ({ conversation, address, code }: { conversation: string; address: string; code: string }) =>
    hashed('mail code', JSON.stringify([conversation, address.toLowerCase(), code]));
  return {
    issue: (asked, limits) =>
      stored('note a mail code', () =>
        db.transaction().execute(async (within) => {
          const { id, at } = asked;
          // Requests made side by side are counted one after the other; SQLite does so by itself.
          if (isPostgres(db)) await sql`select pg_advisory_xact_lock(${oneAtATime})`.execute(within);
          const asker = askerOf(asked.conversation);
          const recipient = recipientOf(asked.address);
          const network = hashed('mail code from', asked.network);
          await within.deleteFrom('mail_codes').where('at', '<', before(at, dayMs)).execute();
          const waits = [
            await waitFor(within, {}, { at, ms: hourMs, most: limits.perHour }),
            await waitFor(within, { network }, { at, ms: hourMs, most: limits.perNetwork }),
            await waitFor(within, { recipient }, { at, ms: dayMs, most: limits.perRecipient }),
            await waitFor(within, { asker }, { at, ms: hourMs, most: mostOfAConversation }),
          ];
          const wait = Math.max(...waits);
          if (wait > 0) return wait;
          const code = codeOf(asked);
          const older = within.updateTable('mail_codes').set({ code: null });
          await older.where('asker', '=', asker).where('recipient', '=', recipient).execute();
          await within.insertInto('mail_codes').values({ id, asker, recipient, network, code, tries: 0, at }).execute();
          return 0;
        }),
      ),
    redeem: (given) =>
      stored('take a mail code', async () => {
        const { at } = given;
        const last = await db
          .selectFrom('mail_codes')
          .select('id')
          .where('asker', '=', askerOf(given.conversation))
          .where('recipient', '=', recipientOf(given.address))
          .where('at', '>', before(at, goodForMs))
          .where('code', 'is not', null)
          .executeTakeFirst();
        if (last === undefined) return false;
        // Counted before it is compared, in one statement: tries made side by side are all counted.
        const tried = await db
          .updateTable('mail_codes')
          .set((column) => ({ tries: column('tries', '+', 1) }))
          .where('id', '=', last.id)
          .where('tries', '<', mostTries)
          .where('code', 'is not', null)
          .returning('code')
          .executeTakeFirst();
        const [expected, got] = [Buffer.from(tried?.code ?? ''), Buffer.from(codeOf(given))];
        if (expected.length !== got.length || !timingSafeEqual(expected, got)) return false;
        const used = await db
          .updateTable('mail_codes')
          .set({ code: null })
          .where('id', '=', last.id)
          .where('code', 'is not', null)
          .executeTakeFirst();
        return used.numUpdatedRows > 0n;
      }),
  };
}

/** Seconds until there is room for one more of these, 0 where there is. */
async function waitFor(
  within: Transaction<Tables>,
  whose: { readonly [column in 'network' | 'recipient' | 'asker']?: string },
  { at, ms, most }: { readonly at: string; readonly ms: number; readonly most: number },
): Promise<number> {
  const rows = await within
    .selectFrom('mail_codes')
    .select('at')
    .where((column) => column.and(whose))
    .where('at', '>', before(at, ms))
    .orderBy('at', 'desc')
    .limit(most)
    .execute();
  const oldest = rows[most - 1];
  return oldest === undefined ? 0 : Math.ceil((Date.parse(oldest.at) + ms - Date.parse(at)) / 1000);
}

/** `ann+any@mail.example` is Ann's box as well. */
function boxOf(address: string): string {
  return address.toLowerCase().replace(/\+[^@]*(?=@)/, '');
}

function before(at: string, ms: number): string {
  return new Date(Date.parse(at) - ms).toISOString();
}

/** Any number that no other lock of the database has. */
const oneAtATime = 604_417;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const goodForMs = mailCodeMinutes * 60_000;
/** One in 200,000 to guess six digits so. */
const mostTries = 5;
/** A first code, and one for each time that it did not come or was mistyped. */
const mostOfAConversation = 3;
