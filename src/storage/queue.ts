import type { Handover, Holder, Queue, QueueItem, Taken } from '../ports/queue.ts';
import { handoverItem } from '../ports/queue.ts';
import { stored } from './stored.ts';
import type { Database } from './tables.ts';

export function createQueue(db: Database): Queue {
  return {
    handovers: (state, limit) =>
      stored('list hand-overs', async () => {
        const rows = await handovers(db)
          .where('handovers.state', '=', state)
          .orderBy('handovers.at', state === 'open' ? 'asc' : 'desc')
          .limit(limit)
          .execute();
        return rows.map(handoverOf);
      }),
    handover: (reference) =>
      stored('look for a hand-over', async () => {
        const row = await handovers(db).where('handovers.reference', '=', reference).executeTakeFirst();
        return row === undefined ? null : handoverOf(row);
      }),
    take: (item, who, at) => stored('take an item', () => take(db, item, who, at)),
    release: ({ item }, { id }) =>
      stored('give an item back', async () => {
        await db
          .updateTable('queue')
          .set({ who: null, name: null, taken_at: null })
          .where('item', '=', item)
          .where('who', '=', id)
          .execute();
      }),
    holders: (items) => stored('see who has what', () => holders(db, items)),
    answered: (item, who, at) =>
      stored('note an answer', async () => {
        await take(db, item, who, at);
        await db
          .updateTable('queue')
          .set({ answered_at: at })
          .where('item', '=', item.item)
          .where('answered_at', 'is', null)
          .execute();
      }),
    close: (reference, who, at) => stored('close a hand-over', () => close(db, reference, who, at)),
  };
}

function handovers(db: Database) {
  return db
    .selectFrom('handovers')
    .innerJoin('listed', 'listed.conversation', 'handovers.conversation')
    .select(['handovers.reference', 'handovers.conversation', 'handovers.at', 'handovers.reason', 'handovers.facts'])
    .select(['handovers.state', 'listed.opening', 'listed.channel', 'listed.language', 'listed.changed_at']);
}

type Row = Awaited<ReturnType<ReturnType<typeof handovers>['executeTakeFirstOrThrow']>>;

function handoverOf({ facts, changed_at, ...row }: Row): Handover {
  return { ...row, facts: JSON.parse(facts) as Handover['facts'], changedAt: changed_at };
}

/** One statement decides: whoever's comes second finds the first one's name. */
async function take(db: Database, { item, conversation }: QueueItem, who: Holder, at: string): Promise<Holder> {
  const mine = { who: who.id, name: who.name, taken_at: at };
  await db
    .insertInto('queue')
    .values({ item, conversation, ...mine, answered_at: null, closed_at: null })
    .onConflict((conflict) => conflict.column('item').doUpdateSet(mine).where('queue.who', 'is', null))
    .execute();
  const row = await db.selectFrom('queue').select(['who', 'name']).where('item', '=', item).executeTakeFirstOrThrow();
  return { id: row.who ?? who.id, name: row.name ?? who.name };
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
      .values({ item, conversation, who: who.id, name: who.name, taken_at: at, answered_at: null, closed_at: at })
      .onConflict((conflict) => conflict.column('item').doUpdateSet({ closed_at: at }))
      .execute();
    return 'closed';
  });
}
