import { sql, type Insertable, type Kysely } from 'kysely';
import type { Trace } from '../conversation/reply.ts';
import type { JournalEntry } from '../ports/journal.ts';
import { withoutAccents } from '../text/letters.ts';
import { isPostgres } from './dialect.ts';
import { entryOf } from './journal.ts';
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
  const before = await within
    .selectFrom('listed')
    .selectAll()
    .where('conversation', '=', addition.conversation)
    .executeTakeFirst();
  const row = withAddition(before ?? freshRow(addition), addition);
  const { number } =
    before === undefined
      ? await within.insertInto('listed').values(row).returning('number').executeTakeFirstOrThrow()
      : await within
          .updateTable('listed')
          .set(row)
          .where('number', '=', before.number)
          .returning('number')
          .executeTakeFirstOrThrow();
  await addQuestions(within, Number(number), addition);
  for (const verdict of addition.verdicts) await rate(within, Number(number), addition.turn, verdict);
  await addWords(within, Number(number), addition);
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
      .values({ ...freshRow({ conversation, at: first.at, entries: [] }), number })
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

type Row = Omit<Insertable<Tables['listed']>, 'number'>;

function freshRow({ conversation, at, entries }: Pick<Addition, 'conversation' | 'at' | 'entries'>): Row {
  return {
    conversation,
    started_at: at,
    changed_at: at,
    channel: entries[0]?.channel ?? '',
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

function withAddition(row: Row, { at, entries, verdicts }: Addition): Row {
  const asked = entries.filter(({ direction, text }) => direction === 'in' && text.trim() !== '');
  const trace = traceOf(entries);
  const scores = [row.least_sure, ...(trace?.intents ?? []).map(({ score }) => score)];
  const sure = scores.filter((score): score is number => typeof score === 'number');
  const decisions = (trace?.intents ?? []).map(({ decision }) => decision);
  const helped = verdicts.filter(({ helpful }) => helpful).length;
  return {
    ...row,
    changed_at: at,
    channel: row.channel === '' ? (entries[0]?.channel ?? '') : row.channel,
    language: trace?.language ?? row.language ?? null,
    opening: row.opening === '' ? (asked[0]?.text ?? '').slice(0, openingLength) : row.opening,
    asked: row.asked + asked.length,
    decision: trace?.decision ?? row.decision ?? null,
    least_sure: sure.length === 0 ? null : Math.min(...sure),
    handed_over: row.handed_over === 1 || trace?.decision === 'handover' ? 1 : 0,
    emergency: row.emergency === 1 || heardDanger(trace) ? 1 : 0,
    helped: row.helped + helped,
    not_helped: row.not_helped + verdicts.length - helped,
    missed: row.missed + decisions.filter((decision) => decision === 'decline' || decision === 'gap').length,
    // What the person says after a colleague was done with it has been seen by nobody.
    reviewed: asked.length > 0 ? 0 : row.reviewed,
  };
}

/** A row a question: a message may hold several. */
async function addQuestions(within: Within, number: number, { turn, at, entries }: Addition): Promise<void> {
  const trace = traceOf(entries);
  const heard = entries.find(({ direction }) => direction === 'in');
  if (trace === null || heard === undefined) return;
  const parts = trace.intents.length > 0 ? trace.intents : [trace];
  await within
    .insertInto('turns')
    .values(
      parts.map(({ intent, decision, score }, part) => ({
        number,
        turn,
        part,
        at,
        channel: heard.channel,
        language: trace.language,
        decision,
        intent,
        score,
        question: heard.text.slice(0, questionLength),
        helped: null,
      })),
    )
    .execute();
}

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
  if (text === '') return;
  await (
    isPostgres(within)
      ? sql`insert into conversation_words(number, turn, text, words)
          values (${number}, ${turn}, ${text}, to_tsvector('simple', ${withoutAccents(text)}))`
      : sql`insert into conversation_words(rowid, text) values (${number} * ${mostTurns} + ${turn}, ${text})`
  ).execute(within);
}

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
