import type { Holder, Queue, QueueItem, Taken } from '../ports/queue.ts';
import { handoverItem } from '../ports/queue.ts';
import { freed, reopen } from './handover-states.ts';
import { countWaiting, readHandovers } from './read-handovers.ts';
import { stored } from './stored.ts';
import type { Database } from './tables.ts';

export function createQueue(db: Database): Queue {
  return {
    handovers: (which, limit) =>
      stored('list hand-overs', () =>
        readHandovers(db, (rows) =>
          rows
            .where('handovers.state', '=', which)
            .orderBy('handovers.at', which === 'open' ? 'asc' : 'desc')
            .limit(limit),
        ),
      ),
    handover: (reference) =>
      stored('look for a hand-over', async () => {
        const [found] = await readHandovers(db, (rows) => rows.where('handovers.reference', '=', reference));
        return found ?? null;
      }),
    take: (item, who, at) => stored('take an item', () => take(db, item, who, at)),
    hand: (item, whom, at) => stored('hand an item to somebody', () => hand(db, item, whom, at)),
    release: ({ item }, { id }) =>
      stored('give an item back', async () => {
        await freed(db).where('item', '=', item).where('who', '=', id).execute();
      }),
    holders: (items) => stored('see who has what', () => holders(db, items)),
    answered: (item, who, at) => stored('note an answer', () => noteAnswer(db, item, who, at)),
    close: (reference, who, at) => stored('close a hand-over', () => close(db, reference, who, at)),
    reopen: (reference) =>
      stored('open a hand-over again', () =>
        db.transaction().execute(async (within) => {
          const row = await within
            .selectFrom('handovers')
            .select('conversation')
            .where('reference', '=', reference)
            .executeTakeFirst();
          const done = row !== undefined && (await reopen(within, row.conversation, reference));
          return done ? 'reopened' : 'not-closed';
        }),
      ),
    note: ({ reference, conversation }, { id, by, at, text }) =>
      stored('keep a note', async () => {
        await db
          .insertInto('handover_notes')
          .values({ id, conversation, reference, who: by.id, name: by.name, at, text })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute();
      }),
    notes: ({ reference, conversation }) =>
      stored('read notes', () =>
        db
          .selectFrom('handover_notes')
          .select(['name', 'at', 'text'])
          .where('conversation', '=', conversation)
          .where('reference', '=', reference)
          .orderBy('at')
          .orderBy('id')
          .execute(),
      ),
    keepUnsent: (item, who, text, at) => stored('keep what is not sent', () => keepUnsent(db, item, who, { text, at })),
    unsent: (item, { id }) =>
      stored('read what is not sent', async () => {
        const row = await db
          .selectFrom('unsent_replies')
          .select('text')
          .where('item', '=', item)
          .where('who', '=', id)
          .executeTakeFirst();
        return row?.text ?? '';
      }),
    waitingFor: ({ id }) => stored('count what waits', () => countWaiting(db, id)),
  };
}

/** One statement decides: whoever's comes second finds the first one's name. */
async function take(db: Database, { item, conversation }: QueueItem, who: Holder, at: string): Promise<Holder> {
  const mine = { who: who.id, name: who.name, taken_at: at, acted_at: at };
  await db
    .insertInto('queue')
    .values({ item, conversation, ...mine, answered_at: null, closed_at: null })
    .onConflict((conflict) => conflict.column('item').doUpdateSet(mine).where('queue.who', 'is', null))
    .execute();
  const row = await db.selectFrom('queue').select(['who', 'name']).where('item', '=', item).executeTakeFirstOrThrow();
  return { id: row.who ?? who.id, name: row.name ?? who.name };
}

async function hand(db: Database, { item, conversation }: QueueItem, whom: Holder, at: string): Promise<void> {
  const theirs = { who: whom.id, name: whom.name, taken_at: at, acted_at: at };
  await db
    .insertInto('queue')
    .values({ item, conversation, ...theirs, answered_at: null, closed_at: null })
    .onConflict((conflict) => conflict.column('item').doUpdateSet(theirs))
    .execute();
}

async function holders(db: Database, items: readonly string[]): Promise<ReadonlyMap<string, Taken>> {
  if (items.length === 0) return new Map();
  const rows = await db.selectFrom('queue').selectAll().where('item', 'in', items).execute();
  return new Map(
    rows.map((row) => [
      row.item,
      {
        holder: row.who === null ? null : { id: row.who, name: row.name ?? '' },
        takenAt: row.taken_at,
        answeredAt: row.answered_at,
        closedAt: row.closed_at,
      },
    ]),
  );
}

async function noteAnswer(db: Database, item: QueueItem, who: Holder, at: string): Promise<void> {
  await take(db, item, who, at);
  await db
    .updateTable('queue')
    .set((eb) => ({ answered_at: eb.fn.coalesce('answered_at', eb.val(at)), replied_at: at, acted_at: at }))
    .where('item', '=', item.item)
    .execute();
  await keepUnsent(db, item, who, { text: '', at });
}

async function keepUnsent(
  db: Database,
  { item, conversation }: QueueItem,
  { id: who }: Pick<Holder, 'id'>,
  { text, at }: { readonly text: string; readonly at: string },
): Promise<void> {
  if (text.trim() === '') {
    await db.deleteFrom('unsent_replies').where('item', '=', item).where('who', '=', who).execute();
    return;
  }
  await db
    .insertInto('unsent_replies')
    .values({ item, who, conversation, at, text })
    .onConflict((conflict) => conflict.columns(['item', 'who']).doUpdateSet({ at, text }))
    .execute();
}

async function close(db: Database, reference: string, who: Holder, at: string): Promise<'closed' | 'not-open'> {
  return db.transaction().execute(async (within) => {
    const closed = await within
      .updateTable('handovers')
      .set({ state: 'closed' })
      .where('reference', '=', reference)
      .where('state', '=', 'open')
      .returning('conversation')
      .executeTakeFirst();
    if (closed === undefined) return 'not-open';
    const { item, conversation } = handoverItem({ reference, conversation: closed.conversation });
    await within
      .insertInto('queue')
      .values({
        ...{ item, conversation, who: who.id, name: who.name, taken_at: at, acted_at: at },
        ...{ answered_at: null, closed_at: at },
      })
      .onConflict((conflict) => conflict.column('item').doUpdateSet({ closed_at: at }))
      .execute();
    return 'closed';
  });
}
