import type { Selectable } from 'kysely';
import { AppError } from '../core/errors.ts';
import type { Claimed, Delivery, Outbox, Settled } from '../ports/outbox.ts';
import type { Cipher } from './cipher.ts';
import { stored } from './stored.ts';
import type { Database, Tables } from './tables.ts';

type Told = {
  /** After each delivery that was written, so that it can go out at once. */
  readonly wasPut: () => void;
  readonly trouble: (problem: unknown) => void;
};

export function createOutbox(db: Database, cipher: Cipher, { wasPut, trouble }: Told): Outbox {
  return {
    put: (delivery) =>
      stored('put a delivery into the outbox', async () => {
        await putDelivery(db, cipher, delivery);
        wasPut();
      }),
    claim: (channel, now, limit) =>
      stored('claim deliveries', () => claim(db, { cipher, trouble }, { channel, now, limit })),
    settle: (id, end) => stored('settle a delivery', () => settle(db, id, end)),
    recover: (now) =>
      stored('recover deliveries', async () => {
        const { numUpdatedRows } = await db
          .updateTable('outbox')
          .set({ state: 'uncertain', code: 'delivery/interrupted', claimed_until: null })
          .where('state', '=', 'sending')
          .where('claimed_until', '<', now)
          .executeTakeFirstOrThrow();
        return Number(numUpdatedRows);
      }),
    list: (states, limit) =>
      stored('list the outbox', () =>
        db
          .selectFrom('outbox')
          .select(['id', 'conversation', 'channel', 'state', 'attempts', 'due', 'code'])
          .where('state', 'in', [...states])
          .orderBy('due', 'desc')
          .orderBy('id')
          .limit(limit)
          .execute(),
      ),
    decide: (id, decision, at) =>
      stored('decide on a delivery', async () => {
        const { numUpdatedRows } = await db
          .updateTable('outbox')
          .set(
            decision === 'send-again'
              ? { state: 'queued', due: at, attempts: 0, code: null }
              : { state: 'failed', code: 'delivery/dropped' },
          )
          .where('id', '=', id)
          .where('state', 'in', ['uncertain', 'failed'])
          .executeTakeFirstOrThrow();
        if (decision === 'send-again' && numUpdatedRows > 0n) wasPut();
        return numUpdatedRows > 0n ? 'done' : 'not-waiting';
      }),
  };
}

/** Also within another write's transaction: what was kept and what has to be sent stand or fall together. */
export async function putDelivery(
  db: Pick<Database, 'insertInto'>,
  cipher: Cipher,
  { id, conversation, channel, content, due }: Delivery,
): Promise<void> {
  const sealed = cipher.seal(rowName(id), content);
  const fresh = { state: 'queued' as const, attempts: 0, code: null, claimed_until: null };
  await db
    .insertInto('outbox')
    .values({ id, conversation, channel, content: sealed, due, recipient: recipientIn(content, cipher), ...fresh })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** How a recipient is known after what was sent is gone. */
export function recipientMark(cipher: Cipher, address: string): string {
  return cipher.mark('delivery to', address.trim().toLowerCase());
}

/** A delivery's content in the clear, or null when it was sent or cannot be opened. */
export function contentOf(cipher: Cipher, { id, content }: Pick<Tables['outbox'], 'id' | 'content'>): unknown {
  return content === '' ? null : cipher.open(rowName(id), content);
}

/** `to` of a code, `where.to` of a letter; a conversation elsewhere has no address of that kind. */
function recipientIn(content: Delivery['content'], cipher: Cipher): string | null {
  const { to, where } = content as { readonly to?: unknown; readonly where?: { readonly to?: unknown } | null };
  const address = to ?? where?.to;
  return typeof address === 'string' ? recipientMark(cipher, address) : null;
}

/** Two processes may pick the same rows; the update gives each row to one of them. */
async function claim(
  db: Database,
  opening: Opening,
  asked: { readonly channel: string; readonly now: string; readonly limit: number },
): Promise<readonly Claimed[]> {
  const due = await db
    .selectFrom('outbox')
    .select('id')
    .where('channel', '=', asked.channel)
    .where('state', '=', 'queued')
    .where('due', '<=', asked.now)
    .orderBy('due')
    .orderBy('id')
    .limit(asked.limit)
    .execute();
  if (due.length === 0) return [];
  const claimed_until = new Date(Date.parse(asked.now) + claimMs).toISOString();
  const rows = await db
    .updateTable('outbox')
    .set((column) => ({ state: 'sending', claimed_until, attempts: column('attempts', '+', 1) }))
    .where('state', '=', 'queued')
    .where(
      'id',
      'in',
      due.map(({ id }) => id),
    )
    .returningAll()
    .execute();
  rows.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.id < b.id ? -1 : 1));
  return readable(db, opening, rows);
}

type Opening = { readonly cipher: Cipher; readonly trouble: Told['trouble'] };

async function readable(
  db: Database,
  { cipher, trouble }: Opening,
  rows: readonly Selectable<Tables['outbox']>[],
): Promise<readonly Claimed[]> {
  const claimed: Claimed[] = [];
  for (const { id, conversation, channel, due, attempts, content: sealed } of rows) {
    const content = cipher.open(rowName(id), sealed) as Claimed['content'] | null;
    if (content === null) {
      await settle(db, id, { state: 'failed', code: 'delivery/unreadable' });
      trouble(new AppError('storage/failed', unreadable, { delivery: id, code: 'delivery/unreadable' }));
    } else claimed.push({ id, conversation, channel, due, attempts, content });
  }
  return claimed;
}

/** What came to be known of a delivery that was thought lost is noted all the same. */
async function settle(db: Database, id: string, end: Settled): Promise<void> {
  await db
    .updateTable('outbox')
    .set({
      state: end.state,
      claimed_until: null,
      code: end.state === 'sent' ? null : end.code,
      // What arrived is not kept: it holds an address.
      ...(end.state === 'sent' && { sent_at: end.at, content: '' }),
      ...(end.state === 'queued' && { due: end.due }),
    })
    .where('id', '=', id)
    // A channel that sends at once settles what it put without a claim.
    .where('state', 'in', end.state === 'queued' ? ['sending', 'queued'] : ['sending', 'queued', 'uncertain'])
    .execute();
}

const unreadable = 'A delivery was sealed with another DELIVERY_KEY and cannot be sent: bring that key back.';

function rowName(id: string): string {
  return `outbox ${id}`;
}

/** Longer than any sender waits for its other side. */
const claimMs = 180_000;
