import type { Transaction } from 'kysely';
import type { ConversationState } from '../conversation/state.ts';
import type { Conversations, TurnToSave } from '../ports/conversations.ts';
import { toldOf } from './announcements.ts';
import { isPostgres } from './dialect.ts';
import { carryOut, type Announce, type AnnounceDanger } from './effects.ts';
import { noteDanger } from './emergencies.ts';
import { settle } from './erase.ts';
import { lastHandover, noteWritten } from './handover-states.ts';
import { entryOf } from './journal.ts';
import { enlist } from './listing.ts';
import { stored } from './stored.ts';
import type { Database, Tables } from './tables.ts';
import { turnOfMessage } from './turn-of-message.ts';
import { waitForDisk, withoutWaiting } from './wait-for-disk.ts';
import type { WriteHealth } from './write-health.ts';

/** `wrote` is called after each commit, never before. `announce` tells the desk, where it is told. */
export function createConversations(
  db: Database,
  { wrote, repeated, erased, writes }: Telling,
  announce: Announcing | null = null,
): Conversations {
  return {
    load: (conversation) => stored('load a conversation', () => load(db, conversation)),
    answered: (conversation, activity) =>
      stored('look for a recorded answer', () => answered(db, conversation, activity)),
    begin: (conversation, activity) =>
      stored('begin a turn', async () => {
        const standing = await begin(db, conversation, activity);
        const recorded = standing.known ? await answered(db, conversation, activity) : null;
        if (recorded === null) {
          const handedOver = standing.state?.handover != null;
          return { kind: 'new', ...standing, handover: handedOver ? await lastHandover(db, conversation) : null };
        }
        // Whoever waits for this answer elsewhere may have missed it.
        repeated(conversation);
        return { kind: 'answered', entries: recorded };
      }),
    save: (turn) =>
      stored('save a turn', async () => {
        const last = await writes.track(async () => {
          const saved = await db.transaction().execute((transaction) => save(transaction, turn, announce));
          if (saved !== null) await waitForDisk(db);
          return saved;
        });
        if (last === null) return 'conflict';
        wrote(turn.conversation, last);
        if (turn.effects.some(({ kind }) => kind === 'erase')) {
          await settle(db);
          erased(turn.conversation);
        }
        return 'saved';
      }),
  };
}

export type Announcing = { readonly handedOver: Announce; readonly inDanger: AnnounceDanger };

export type Telling = {
  /** After each commit, with the position that the conversation reaches up to. */
  readonly wrote: (conversation: string, upTo: number) => void;
  /** A message came again that was answered before. */
  readonly repeated: (conversation: string) => void;
  readonly erased: (conversation: string) => void;
  readonly writes: Pick<WriteHealth, 'track'>;
};

async function load(db: Database, conversation: string) {
  const row = await db
    .selectFrom('conversations')
    .select(['state', 'version'])
    .where('id', '=', conversation)
    .executeTakeFirst();
  return row === undefined ? { state: null, version: 0 } : { ...row, state: stateIn(row.state) };
}

/** With whether the message stands in the journal already: one statement, as every turn asks for both. */
async function begin(db: Database, conversation: string, activity: string) {
  const row = await db
    .selectFrom('conversations')
    .select(['state', 'version', 'entries'])
    .select((where) =>
      where
        .exists(
          where
            .selectFrom('journal')
            .select('position')
            .where('conversation', '=', conversation)
            .where('activity', '=', activity)
            .where('direction', '=', 'in'),
        )
        .as('known'),
    )
    .where('id', '=', conversation)
    .executeTakeFirst();
  return row === undefined
    ? { state: null, version: 0, entries: 0, known: false }
    : { ...row, state: stateIn(row.state), known: Boolean(row.known) };
}

function stateIn(text: string): ConversationState {
  return JSON.parse(text) as ConversationState;
}

async function answered(db: Database, conversation: string, activity: string) {
  const rows = await db
    .selectFrom('journal')
    .selectAll()
    .where('conversation', '=', conversation)
    .where('turn', '=', turnOfMessage(conversation, activity))
    .orderBy('position')
    .execute();
  if (rows.length === 0) return null;
  // Whoever saved it may have died before it was on the disk.
  await waitForDisk(db);
  return rows.map(entryOf);
}

/** The position of the conversation's last entry; null when another writer was there first: nothing is written. */
async function save(
  transaction: Transaction<Tables>,
  turn: TurnToSave,
  announce: Announcing | null,
): Promise<number | null> {
  const last = await moveOn(transaction, turn);
  if (last === null) return null;
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
    if (entries.some(({ direction, text }) => direction === 'in' && text.trim() !== ''))
      await noteWritten(transaction, turn);
  }
  return last;
}

/** Takes the next version, if `expected` still stands. Null, or the position of the conversation's last entry. */
async function moveOn(transaction: Transaction<Tables>, turn: TurnToSave): Promise<number | null> {
  const state = JSON.stringify(turn.state);
  const postgres = isPostgres(transaction);
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
          .$if(postgres, (query) => query.returning([toldOf(turn.conversation), withoutWaiting]))
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
          .$if(postgres, (query) => query.returning([toldOf(turn.conversation), withoutWaiting]))
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
