import type { Transaction } from 'kysely';
import type { ConversationState } from '../conversation/state.ts';
import type { Conversations, TurnToSave } from '../ports/conversations.ts';
import type { Written } from '../ports/journal.ts';
import { noticeOf, toldOf } from './announcements.ts';
import { isPostgres } from './dialect.ts';
import { carryOut, type Announce, type AnnounceDanger } from './effects.ts';
import { noteDanger } from './emergencies.ts';
import { settle } from './erase.ts';
import { lastHandover, noteWritten } from './handover-states.ts';
import { entryOf } from './journal.ts';
import { enlist } from './listing.ts';
import { prepared } from './prepared.ts';
import { stored } from './stored.ts';
import { together } from './together.ts';
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
  const commit = (turns: readonly TurnToSave[]): Promise<readonly (number | null)[]> =>
    db.transaction().execute(async (transaction) => {
      const last: (number | null)[] = [];
      for (const turn of turns) last.push(await save(transaction, turn, announce));
      return last;
    });
  // PostgreSQL takes turns side by side; one transaction of several would hold the rows of all of them.
  const commitOne = isPostgres(db) ? async (turn: TurnToSave) => (await commit([turn]))[0] ?? null : together(commit);
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
          const saved = await commitOne(turn);
          if (saved !== null) await waitForDisk(db);
          return saved;
        });
        if (last === null) return 'conflict';
        wrote(turn.conversation, last, writtenOf(turn, last));
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
  /** After each commit, with the position that the conversation reaches up to, and what stands there now. */
  readonly wrote: (conversation: string, upTo: number, entries: readonly Written[]) => void;
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
  const [row] = await standingOf(db, { conversation, activity });
  return row === undefined
    ? { state: null, version: 0, entries: 0, known: false }
    : { ...row, state: stateIn(row.state), known: Boolean(row.known) };
}

const standingOf = prepared((db, { conversation, activity }: { conversation: string; activity: string }) =>
  db
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
    .where('id', '=', conversation),
);

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
    await addEntries(transaction, { rows: turn.entries.map((entry, index) => row(entry, turn, first + index)) });
    const { conversation, at, entries, effects } = turn;
    const verdicts = effects.filter((effect) => effect.kind === 'feedback');
    await enlist(transaction, { conversation, turn: turn.expected + 1, at, entries, verdicts });
    await noteDanger(transaction, turn, announce?.inDanger ?? null);
    // Who was handed over; "delete my data" takes the hand-over with it.
    if (turn.state.handover != null && entries.some(({ direction, text }) => direction === 'in' && text.trim() !== ''))
      await noteWritten(transaction, turn);
  }
  return last;
}

const addEntries = prepared((transaction, { rows }: { rows: readonly ReturnType<typeof row>[] }) =>
  transaction.insertInto('journal').values(rows),
);

/** Takes the next version, if `expected` still stands. Null, or the position of the conversation's last entry. */
async function moveOn(transaction: Transaction<Tables>, turn: TurnToSave): Promise<number | null> {
  const { conversation: id, expected, at } = turn;
  const step = {
    id,
    at,
    state: JSON.stringify(turn.state),
    more: turn.entries.length,
    told: noticeOf(transaction, id),
  };
  const [moved] = await (expected === 0
    ? beginConversation(transaction, step)
    : goOn(transaction, { ...step, expected, next: expected + 1 }));
  return moved?.entries ?? null;
}

type Step = {
  readonly id: string;
  readonly at: string;
  readonly state: string;
  readonly more: number;
  /** What the other processes are told it is about; null where nobody is told. */
  readonly told: string | null;
};

const beginConversation = prepared((transaction, { id, at, state, more, told }: Step) =>
  transaction
    .insertInto('conversations')
    .values({ id, version: 1, entries: more, state, started_at: at, changed_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('entries')
    .$if(told !== null, (query) => query.returning([toldOf(told ?? ''), withoutWaiting])),
);

const goOn = prepared((transaction, { id, at, state, more, told, expected, next }: Step & Record<Versions, number>) =>
  transaction
    .updateTable('conversations')
    .set((column) => ({ version: next, entries: column('entries', '+', more), state, changed_at: at }))
    .where('id', '=', id)
    .where('version', '=', expected)
    .returning('entries')
    .$if(told !== null, (query) => query.returning([toldOf(told ?? ''), withoutWaiting])),
);

type Versions = 'expected' | 'next';

function writtenOf({ entries }: TurnToSave, last: number): readonly Written[] {
  return entries.map((entry, index) => ({ ...entry, position: last - entries.length + 1 + index }));
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
