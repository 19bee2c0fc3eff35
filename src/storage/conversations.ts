import type { Transaction } from 'kysely';
import type { ConversationState } from '../conversation/state.ts';
import type { Conversations, TurnToSave } from '../ports/conversations.ts';
import { carryOut, type Announce, type AnnounceDanger } from './effects.ts';
import { noteDanger } from './emergencies.ts';
import { settle } from './erase.ts';
import { entryOf } from './journal.ts';
import { enlist } from './listing.ts';
import { stored } from './stored.ts';
import type { Database, Tables } from './tables.ts';
import { turnOfMessage } from './turn-of-message.ts';

/** `wrote` is called after each commit, never before. `announce` tells the desk, where it is told. */
export function createConversations(
  db: Database,
  wrote: (conversation: string) => void,
  announce: Announcing | null = null,
  erased: (conversation: string) => void = nobodyElse,
): Conversations {
  return {
    load: (conversation) => stored('load a conversation', () => load(db, conversation)),
    answered: (conversation, activity) =>
      stored('look for a recorded answer', () => answered(db, conversation, activity)),
    save: (turn) =>
      stored('save a turn', async () => {
        const saved = await db.transaction().execute((transaction) => save(transaction, turn, announce));
        if (saved) wrote(turn.conversation);
        if (saved && turn.effects.some(({ kind }) => kind === 'erase')) {
          await settle(db);
          erased(turn.conversation);
        }
        return saved ? 'saved' : 'conflict';
      }),
  };
}

export type Announcing = { readonly handedOver: Announce; readonly inDanger: AnnounceDanger };

/** Nothing of it is held in memory. */
function nobodyElse(): void {}

async function load(db: Database, conversation: string) {
  const row = await db
    .selectFrom('conversations')
    .select(['state', 'version'])
    .where('id', '=', conversation)
    .executeTakeFirst();
  return row === undefined
    ? { state: null, version: 0 }
    : { state: JSON.parse(row.state) as ConversationState, version: row.version };
}

async function answered(db: Database, conversation: string, activity: string) {
  const rows = await db
    .selectFrom('journal')
    .selectAll()
    .where('conversation', '=', conversation)
    .where('turn', '=', turnOfMessage(conversation, activity))
    .orderBy('position')
    .execute();
  return rows.length === 0 ? null : rows.map(entryOf);
}

/** False when another writer was there first: nothing of the turn is written. */
async function save(transaction: Transaction<Tables>, turn: TurnToSave, announce: Announcing | null): Promise<boolean> {
  const last = await moveOn(transaction, turn);
  if (last === null) return false;
  await carryOut(transaction, turn, announce?.handedOver ?? null);
  const first = last - turn.entries.length + 1;
  if (turn.entries.length > 0) {
    await transaction
      .insertInto('journal')
      .values(turn.entries.map((entry, index) => row(entry, turn, first + index)))
      .execute();
    const { conversation, at, entries, effects } = turn;
    const verdicts = effects.filter((effect) => effect.kind === 'feedback');
    await enlist(transaction, { conversation, turn: turn.expected + 1, at, entries, verdicts });
    await noteDanger(transaction, turn, announce?.inDanger ?? null);
  }
  return true;
}

/** Takes the next version, if `expected` still stands. Null, or the position of the conversation's last entry. */
async function moveOn(transaction: Transaction<Tables>, turn: TurnToSave): Promise<number | null> {
  const state = JSON.stringify(turn.state);
  const moved =
    turn.expected === 0
      ? await transaction
          .insertInto('conversations')
          .values({
            id: turn.conversation,
            version: 1,
            entries: turn.entries.length,
            state,
            started_at: turn.at,
            changed_at: turn.at,
          })
          .onConflict((conflict) => conflict.doNothing())
          .returning('entries')
          .executeTakeFirst()
      : await transaction
          .updateTable('conversations')
          .set((column) => ({
            version: turn.expected + 1,
            entries: column('entries', '+', turn.entries.length),
            state,
            changed_at: turn.at,
          }))
          .where('id', '=', turn.conversation)
          .where('version', '=', turn.expected)
          .returning('entries')
          .executeTakeFirst();
  return moved?.entries ?? null;
}

function row(entry: TurnToSave['entries'][number], turn: TurnToSave, position: number) {
  return {
    conversation: turn.conversation,
    position,
    turn: turn.expected + 1,
    activity: entry.activity,
    direction: entry.direction,
    channel: entry.channel,
    at: entry.at,
    text: entry.text,
    activity_json: entry.activityJson,
    reply: entry.reply === null ? null : JSON.stringify(entry.reply),
    trace: entry.trace === null ? null : JSON.stringify(entry.trace),
  };
}
