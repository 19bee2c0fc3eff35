import type { Kysely, Selectable, Transaction } from 'kysely';
import type { TurnToSave } from '../ports/conversations.ts';
import type { Emergencies, Emergency, UpTo } from '../ports/emergencies.ts';
import type { Holder } from '../ports/queue.ts';
import type { AnnounceDanger } from './effects.ts';
import { stored } from './stored.ts';
import type { Database, Tables } from './tables.ts';

export function createEmergencies(db: Database): Emergencies {
  return {
    list: (limit) =>
      stored('list emergencies', async () => {
        const rows = await db
          .selectFrom('emergencies')
          .selectAll()
          .where('done_at', 'is', null)
          .orderBy('at', 'desc')
          .orderBy('turn', 'desc')
          .limit(mostRows)
          .execute();
        const all = [...Map.groupBy(rows, ({ conversation }) => conversation).values()].map(emergencyOf);
        return all.toSorted(certainFirst).slice(0, limit);
      }),
    of: (conversation) => stored('look for an emergency', () => standing(db, conversation)),
    see: (upTo, who, at) => stored('see an emergency', () => see(db, upTo, who, at)),
    done: ({ conversation, turn }, who, at) =>
      stored('be done with an emergency', async () => {
        const { numUpdatedRows } = await db
          .updateTable('emergencies')
          .set({ done_by: who.id, done_name: who.name, done_at: at })
          .where('conversation', '=', conversation)
          .where('turn', '<=', turn)
          .where('done_at', 'is', null)
          .executeTakeFirstOrThrow();
        return numUpdatedRows > 0n ? 'done' : 'not-open';
      }),
    waiting: () =>
      stored('count emergencies', async () => {
        const open = await db
          .selectFrom('emergencies')
          .select(({ fn }) => ['conversation', fn.min('degree').as('gravest')])
          .where('done_at', 'is', null)
          .groupBy('conversation')
          .execute();
        // In the alphabet too, `certain` stands before `possible`.
        const certain = open.filter(({ gravest }) => gravest === 'certain').length;
        return { certain, possible: open.length - certain };
      }),
  };
}

/**
 * Notes that a turn heard danger, in the turn's own transaction. Where the desk is told by mail, it is told of what is
 * certain, at most once an hour of one conversation.
 */
export async function noteDanger(
  within: Transaction<Tables>,
  { conversation, expected, at, entries }: TurnToSave,
  announce: AnnounceDanger | null,
): Promise<void> {
  const said = entries.find(({ trace }) => trace !== null);
  // A journal of before has traces without it.
  const danger = said?.trace?.danger ?? null;
  if (said === undefined || danger === null) return;
  const { degree, kind, language } = danger;
  const heard = { conversation, turn: expected + 1, at, channel: said.channel, language, degree };
  const telling = announce !== null && degree === 'certain' && !(await toldLately(within, conversation, at));
  await within
    .insertInto('emergencies')
    .values({ ...heard, kind, told: telling ? 1 : 0 })
    .execute();
  if (telling) await announce(within, { ...heard, danger: kind, refused: null });
}

async function toldLately(within: Transaction<Tables>, conversation: string, at: string): Promise<boolean> {
  const told = await within
    .selectFrom('emergencies')
    .select('turn')
    .where('conversation', '=', conversation)
    .where('told', '=', 1)
    .where('at', '>', new Date(Date.parse(at) - hourMs).toISOString())
    .executeTakeFirst();
  return told !== undefined;
}

async function standing(db: Kysely<Tables>, conversation: string): Promise<Emergency | null> {
  const rows = await db
    .selectFrom('emergencies')
    .selectAll()
    .where('conversation', '=', conversation)
    .orderBy('turn', 'desc')
    .execute();
  const open = rows.filter(({ done_at }) => done_at === null);
  const now = open.length > 0 ? open : rows;
  return now.length === 0 ? null : emergencyOf(now);
}

async function see(db: Database, { conversation, turn }: UpTo, who: Holder, at: string): Promise<Holder | null> {
  await db
    .updateTable('emergencies')
    .set({ seen_by: who.id, seen_name: who.name, seen_at: at })
    .where('conversation', '=', conversation)
    .where('turn', '<=', turn)
    .where('done_at', 'is', null)
    .where('seen_by', 'is', null)
    .execute();
  return (await standing(db, conversation))?.seen ?? null;
}

/** @param rows of one conversation, the newest first */
function emergencyOf(rows: readonly Selectable<Tables['emergencies']>[]): Emergency {
  const newest = rows[0] as Selectable<Tables['emergencies']>;
  const gravest = rows.find(({ degree }) => degree === 'certain') ?? newest;
  const { conversation, turn, at, channel, language } = newest;
  return {
    ...{ conversation, turn, at, channel, language },
    degree: gravest.degree,
    kind: gravest.kind,
    times: rows.length,
    // What was heard after a colleague looked was seen by nobody.
    seen: holderOf(newest.seen_by, newest.seen_name),
    doneAt: newest.done_at,
    doneBy: holderOf(newest.done_by, newest.done_name),
  };
}

function holderOf(id: string | null, name: string | null): Holder | null {
  return id === null ? null : { id, name: name ?? '' };
}

function certainFirst(a: Emergency, b: Emergency): number {
  if (a.degree !== b.degree) return a.degree === 'certain' ? -1 : 1;
  return a.at > b.at ? -1 : a.at < b.at ? 1 : 0;
}

const hourMs = 3_600_000;
/** One conversation may have many. */
const mostRows = 2_000;
