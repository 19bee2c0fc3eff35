import { sql, type RawBuilder, type Selectable, type SqlBool } from 'kysely';
import type { ConversationFilter, ListedConversation, Search } from '../ports/search.ts';
import { withoutAccents } from '../text/letters.ts';
import { isPostgres } from './dialect.ts';
import { mostTurns } from './listing.ts';
import { isResolved } from './resolved.ts';
import { stored } from './stored.ts';
import type { Database, Tables } from './tables.ts';

export function createSearch(db: Database): Search {
  // A new channel or language is rare, and the lists are asked for with every page.
  let known = { at: -Infinity, choices: { channels: [] as readonly string[], languages: [] as readonly string[] } };
  return {
    list: (filter, page) => stored('search the conversations', () => list(db, filter, page)),
    find: (conversation) =>
      stored('look for a conversation', async () => {
        const row = await db
          .selectFrom('listed')
          .selectAll()
          .where('conversation', '=', conversation)
          .executeTakeFirst();
        return row === undefined ? null : listedOf(row);
      }),
    choices: () =>
      stored('list channels and languages', async () => {
        if (known.at + choicesFreshMs > performance.now()) return known.choices;
        const [channels, languages] = await Promise.all([distinct(db, 'channel'), distinct(db, 'language')]);
        known = { at: performance.now(), choices: { channels, languages } };
        return known.choices;
      }),
    mark: (conversation, { reviewed, assigned }) =>
      stored('mark a conversation', async () => {
        const marks = {
          ...(reviewed !== undefined && { reviewed: reviewed ? 1 : 0 }),
          ...(assigned !== undefined && { assigned }),
        };
        const [done] = await db.updateTable('listed').set(marks).where('conversation', '=', conversation).execute();
        return done !== undefined && done.numUpdatedRows > 0n;
      }),
  };
}

async function list(db: Database, filter: ConversationFilter, page: Parameters<Search['list']>[1]) {
  const { before, after, limit } = page;
  const backwards = after !== undefined;
  const rows = await filtered(db, filter)
    .selectAll()
    .$if(before !== undefined, (query) => query.where('number', '<', before ?? 0))
    .$if(backwards, (query) => query.where('number', '>', after ?? 0))
    .orderBy('number', backwards ? 'asc' : 'desc')
    .limit(limit + 1)
    .execute();
  const more = rows.length > limit;
  const shown = rows.slice(0, limit).map(listedOf);
  return backwards
    ? { conversations: shown.toReversed(), newer: more, older: true }
    : { conversations: shown, older: more, newer: before !== undefined };
}

/** Every condition reads columns that were written with the turn; none reads the journal. */
function filtered(db: Database, filter: ConversationFilter) {
  const { channel, language, decision, decisions, resolved, intents, surenessBelow, feedback, from, until, assigned } =
    filter;
  const typed = (filter.words ?? '').trim();
  let query = db.selectFrom('listed').where('asked', '>', 0);
  if (typed !== '') query = query.where(holds(db, typed));
  if (channel !== undefined) query = query.where('channel', '=', channel);
  if (language !== undefined) query = query.where('language', '=', language);
  if (surenessBelow !== undefined) query = query.where('least_sure', '<', surenessBelow);
  if (feedback !== undefined) query = query.where(feedback === 'helped' ? 'helped' : 'not_helped', '>', 0);
  if (filter.handedOver !== undefined) query = query.where('handed_over', '=', filter.handedOver ? 1 : 0);
  if (filter.emergency !== undefined) query = query.where('emergency', '=', filter.emergency ? 1 : 0);
  if (filter.degree !== undefined || filter.kind !== undefined) query = query.where(heardDanger(filter));
  if (resolved === true) query = query.where(isResolved);
  if (filter.reviewed !== undefined) query = query.where('reviewed', '=', filter.reviewed ? 1 : 0);
  if (assigned !== undefined) query = query.where('assigned', '=', assigned);
  if (from !== undefined) query = query.where('started_at', '>=', from);
  if (until !== undefined) query = query.where('started_at', '<', until);
  if (decision !== undefined || decisions !== undefined || intents !== undefined) {
    query = query.where((where) =>
      where.exists(
        where
          .selectFrom('turns')
          .select('turns.turn')
          .whereRef('turns.number', '=', 'listed.number')
          .$if(decision !== undefined, (turns) => turns.where('decision', '=', decision ?? 'answer'))
          .$if(decisions !== undefined, (turns) => turns.where('decision', 'in', decisions ?? []))
          .$if(intents !== undefined, (turns) =>
            intents?.length === 0 ? turns.where(sql<SqlBool>`1 = 0`) : turns.where('intent', 'in', intents ?? []),
          ),
      ),
    );
  }
  return query;
}

/**
 * Every word of what was typed, somewhere in the conversation, taken literally: it is no language of patterns. Signs alone
 * (`%`) are looked for as they stand.
 */
function holds(db: Database, typed: string): RawBuilder<SqlBool> {
  const words = wordsIn(typed);
  if (words.length === 0) return holdsSigns(db, typed);
  // The last word may still be being typed; one or two letters begin too much.
  const open = (word: string, index: number): boolean => index === words.length - 1 && word.length > 2;
  const each = words.map((word, index) =>
    inSome(
      db,
      isPostgres(db)
        ? sql`words @@ to_tsquery('simple', ${open(word, index) ? `${word}:*` : word})`
        : sql`conversation_words match ${open(word, index) ? `"${word}"*` : `"${word}"`}`,
    ),
  );
  return sql<SqlBool>`(${sql.join(each, sql` and `)})`;
}

function heardDanger({ degree, kind }: ConversationFilter): RawBuilder<SqlBool> {
  const [ofDegree, ofKind] = [
    degree === undefined ? sql`` : sql`and heard.degree = ${degree}`,
    kind === undefined ? sql`` : sql`and heard.kind = ${kind}`,
  ];
  return sql<SqlBool>`exists (select 1 from emergencies as heard where heard.conversation = listed.conversation ${ofDegree} ${ofKind})`;
}

/** No index knows signs: the newest conversations are read one by one. */
function holdsSigns(db: Database, typed: string): RawBuilder<SqlBool> {
  const own = isPostgres(db)
    ? sql`conversation_words.number = listed.number and strpos(text, ${typed}) > 0`
    : sql`rowid between listed.number * ${sql.lit(mostTurns)} and listed.number * ${sql.lit(mostTurns)} + ${sql.lit(mostTurns - 1)}
        and instr(text, ${typed}) > 0`;
  return sql<SqlBool>`(listed.number > (select max(newest.number) from listed as newest) - ${sql.lit(readForSigns)}
    and exists (select 1 from conversation_words where ${own}))`;
}

function inSome(db: Database, texts: RawBuilder<unknown>): RawBuilder<SqlBool> {
  const number = isPostgres(db) ? sql`number` : sql`rowid / ${sql.lit(mostTurns)}`;
  return sql<SqlBool>`listed.number in (select ${number} from conversation_words where ${texts})`;
}

/** As they were indexed. Letters and digits: nothing that either database reads as more than itself. */
function wordsIn(typed: string): string[] {
  return (withoutAccents(typed).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, mostWords);
}

async function distinct(db: Database, column: 'channel' | 'language'): Promise<string[]> {
  const rows = await db.selectFrom('listed').select(column).distinct().orderBy(column).execute();
  return rows.flatMap((row) => Object.values(row)).filter((value): value is string => value !== null);
}

function listedOf(row: Selectable<Tables['listed']>): ListedConversation {
  return {
    // PostgreSQL gives big integers as strings.
    number: Number(row.number),
    conversation: row.conversation,
    startedAt: row.started_at,
    changedAt: row.changed_at,
    channel: row.channel,
    language: row.language,
    opening: row.opening,
    asked: row.asked,
    decision: row.decision,
    leastSure: row.least_sure,
    handedOver: row.handed_over === 1,
    emergency: row.emergency === 1,
    helped: row.helped,
    notHelped: row.not_helped,
    missed: row.missed,
    reviewed: row.reviewed === 1,
    assigned: row.assigned,
  };
}

const mostWords = 20;
const choicesFreshMs = 10_000;
/** So that a search for a rare sign holds nobody up. */
const readForSigns = 10_000;
