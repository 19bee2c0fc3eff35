import { sql, type Insertable, type Kysely } from 'kysely';
import { AppError } from '../core/errors.ts';
import type { Trace } from '../conversation/reply.ts';
import type { JournalEntry } from '../ports/journal.ts';
import { withoutAccents } from '../text/letters.ts';
import { isPostgres } from './dialect.ts';
import { entryOf } from './journal.ts';
import { prepared } from './prepared.ts';
import type { Tables } from './tables.ts';

/** Works within a transaction, and without one where nobody else writes. */
type Within = Kysely<Tables>;

/** What one write added to a conversation: a turn with its reply, or a colleague's words. */
export type Addition = {
  readonly conversation: string;
  readonly turn: number;
  readonly at: string;
  readonly entries: readonly Pick<JournalEntry, 'direction' | 'channel' | 'text' | 'trace'>[];
  /** Verdicts on what was answered before. */
  readonly verdicts: readonly { readonly about: string | null; readonly helpful: boolean }[];
};

/** Takes what was added up into the list, in the transaction that adds it to the journal. */
export async function enlist(within: Within, addition: Addition): Promise<void> {
  const number = (addition.turn > 1 ? await add(within, addition) : undefined) ?? (await begin(within, addition));
  await addQuestions(within, number, addition);
  for (const verdict of addition.verdicts) await rate(within, number, addition.turn, verdict);
  await addWords(within, number, addition);
}

/** Makes a conversation's rows anew from the journal: after entries were changed or some of them deleted. */
export async function relist(within: Within, conversation: string): Promise<void> {
  const before = await within
    .selectFrom('listed')
    .select(['number', 'reviewed', 'assigned'])
    .where('conversation', '=', conversation)
    .executeTakeFirst();
  await within.deleteFrom('listed').where('conversation', '=', conversation).execute();
  const entries = await within
    .selectFrom('journal')
    .selectAll()
    .where('conversation', '=', conversation)
    .orderBy('position')
    .execute();
  const verdicts = await within
    .selectFrom('feedback')
    .select(['turn', 'about', 'helpful'])
    .where('conversation', '=', conversation)
    .execute();
  const [first] = entries;
  if (first === undefined) return;
  if (before !== undefined) {
    // The same number: a conversation keeps its place in the list.
    const number = Number(before.number);
    await within
      .insertInto('listed')
      .values({ ...freshRow({ conversation, at: first.at }), number })
      .execute();
  }
  for (const [turn, rows] of Map.groupBy(entries, (entry) => entry.turn)) {
    const said = rows.map(entryOf);
    const given = verdicts.filter((verdict) => verdict.turn === turn);
    await enlist(within, {
      conversation,
      turn,
      at: rows[0]?.at ?? first.at,
      entries: said,
      verdicts: given.map(({ about, helpful }) => ({ about, helpful: helpful === 1 })),
    });
  }
  if (before === undefined) return;
  const { reviewed, assigned } = before;
  await within.updateTable('listed').set({ reviewed, assigned }).where('conversation', '=', conversation).execute();
}

/** The first time, and after all of it was erased. */
async function begin(within: Within, addition: Addition): Promise<number> {
  await within
    .insertInto('listed')
    .values(freshRow(addition))
    .onConflict((conflict) => conflict.column('conversation').doNothing())
    .execute();
  const number = await add(within, addition);
  if (number === undefined) throw new AppError('storage/failed', 'A conversation could not be listed.');
  return number;
}

function freshRow({
  conversation,
  at,
}: Pick<Addition, 'conversation' | 'at'>): Omit<Insertable<Tables['listed']>, 'number'> {
  return {
    conversation,
    started_at: at,
    changed_at: at,
    channel: '',
    language: null,
    opening: '',
    asked: 0,
    decision: null,
    least_sure: null,
    handed_over: 0,
    emergency: 0,
    helped: 0,
    not_helped: 0,
    missed: 0,
    reviewed: 0,
    assigned: null,
  };
}

/** Added in the row itself, so that nothing is read first. Undefined where there is no row. */
async function add(within: Within, addition: Addition): Promise<number | undefined> {
  const { conversation, at, entries, verdicts } = addition;
  const asked = entries.filter(({ direction, text }) => direction === 'in' && text.trim() !== '');
  const trace = traceOf(entries);
  const least = leastSure(trace);
  const decisions = (trace?.intents ?? []).map(({ decision }) => decision);
  const helped = verdicts.filter(({ helpful }) => helpful).length;
  const missed = decisions.filter((decision) => decision === 'decline' || decision === 'gap').length;
  const opening = (asked[0]?.text ?? '').slice(0, openingLength);
  const [row] = await addToRow(within, {
    ...{ conversation, at, channel: entries[0]?.channel ?? '', opening, asked: asked.length },
    ...{ helped, notHelped: verdicts.length - helped, missed, least },
    said: trace && { language: trace.language, decision: trace.decision, pending: isPending(trace) ? 1 : 0 },
    handedOver: trace?.decision === 'handover',
    emergency: heardDanger(trace),
    unseen: asked.length > 0,
  });
  return row === undefined ? undefined : Number(row.number);
}

type Added = Record<'conversation' | 'at' | 'channel' | 'opening', string> &
  Record<'asked' | 'helped' | 'notHelped' | 'missed', number> &
  Record<'handedOver' | 'emergency' | 'unseen', boolean> & {
    readonly least: number | null;
    readonly said: (Pick<Trace, 'language' | 'decision'> & { readonly pending: number }) | null;
  };

const addToRow = prepared((within, added: Added) =>
  within
    .updateTable('listed')
    .set((eb) => ({
      changed_at: added.at,
      channel: whenEmpty('channel', added.channel),
      opening: whenEmpty('opening', added.opening),
      asked: eb('asked', '+', added.asked),
      helped: eb('helped', '+', added.helped),
      not_helped: eb('not_helped', '+', added.notHelped),
      missed: eb('missed', '+', added.missed),
      ...added.said,
      ...(added.least !== null && {
        least_sure: sql<number>`case when least_sure < ${added.least} then least_sure else ${added.least} end`,
      }),
      ...(added.handedOver && { handed_over: 1 }),
      ...(added.emergency && { emergency: 1 }),
      // What the person says after a colleague was done with it has been seen by nobody.
      ...(added.unseen && { reviewed: 0 }),
    }))
    .where('conversation', '=', added.conversation)
    .returning('number'),
);

/** A form that is open, "which one?": until that is answered nothing is resolved. */
function isPending({ asking, decision }: Trace): boolean {
  return asking !== null || decision === 'clarify';
}

function whenEmpty(column: 'channel' | 'opening', text: string) {
  return sql<string>`case when ${sql.ref(column)} = '' then ${text} else ${sql.ref(column)} end`;
}

function leastSure(trace: Trace | null): number | null {
  const scores = (trace?.intents ?? []).map(({ score }) => score);
  const sure = scores.filter((score): score is number => typeof score === 'number');
  return sure.length === 0 ? null : Math.min(...sure);
}

/** A row a question: a message may hold several. */
async function addQuestions(within: Within, number: number, { turn, at, entries }: Addition): Promise<void> {
  const trace = traceOf(entries);
  const heard = entries.find(({ direction }) => direction === 'in');
  if (trace === null || heard === undefined) return;
  const parts = trace.intents.length > 0 ? trace.intents : [trace];
  // Of several questions it is not kept which one came second to which.
  const second = parts.length === 1 ? trace.runnerUp : null;
  await addTurns(within, {
    rows: parts.map(({ intent, decision, score }, part) => ({
      number,
      turn,
      part,
      at,
      channel: heard.channel,
      language: trace.spoken ?? trace.language,
      decision,
      intent,
      score,
      question: heard.text.slice(0, questionLength),
      helped: null,
      runner_up: second?.intent ?? null,
      runner_up_score: second?.score ?? null,
    })),
  });
}

const addTurns = prepared((within, { rows }: { readonly rows: readonly Insertable<Tables['turns']>[] }) =>
  within.insertInto('turns').values(rows),
);

/** A verdict is on the last answer before it, or on the last one of the topic that it names. */
async function rate(
  within: Within,
  number: number,
  turn: number,
  { about, helpful }: Addition['verdicts'][number],
): Promise<void> {
  await within
    .updateTable('turns')
    .set({ helped: helpful ? 1 : 0 })
    .where('number', '=', number)
    .$if(about !== null, (query) => query.where('intent', '=', about))
    .where('turn', '=', (earlier) =>
      earlier
        .selectFrom('turns as earlier')
        .select(({ fn }) => fn.max('earlier.turn').as('turn'))
        .where('earlier.number', '=', number)
        .where('earlier.turn', '<=', turn)
        // The message that gave the verdict is about the same, and is not what it is on.
        .where('earlier.decision', '<>', 'command')
        .$if(about !== null, (query) => query.where('earlier.intent', '=', about)),
    )
    .execute();
}

/** A row a write, so that a long conversation costs no more than a short one. */
async function addWords(within: Within, number: number, { turn, entries }: Addition): Promise<void> {
  const text = entries
    .map((entry) => entry.text)
    .filter((said) => said !== '')
    .join('\n');
  if (text !== '') await putWords(within, { number, turn, text });
}

/** What a turn said, in the index that each database has of its own. */
export async function putWords(
  within: Within,
  { number, turn, text }: { readonly number: number; readonly turn: number; readonly text: string },
): Promise<void> {
  await (isPostgres(within)
    ? sql`insert into conversation_words(number, turn, text, words)
          values (${number}, ${turn}, ${text}, to_tsvector('simple', ${withoutAccents(text)}))`.execute(within)
    : putInIndex(within, { row: number * mostTurns + turn, text }));
}

const putInIndex = prepared((within, { row, text }: { readonly row: number; readonly text: string }) => ({
  compile: () => sql`insert into conversation_words(rowid, text) values (${row}, ${text})`.compile(within),
}));

/** In traces of before, danger is a decision alone. */
function heardDanger(trace: Trace | null): boolean {
  return trace?.decision === 'emergency' || (trace?.danger ?? null) !== null;
}

function traceOf(entries: Addition['entries']): Trace | null {
  return entries.find(({ trace }) => trace !== null)?.trace ?? null;
}

/** SQLite's word index knows one number a row: the conversation's times this, and the turn's. */
export const mostTurns = 1_048_576;
const openingLength = 200;
const questionLength = 500;
