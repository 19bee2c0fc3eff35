import { sql, type Kysely } from 'kysely';
import { isPostgres } from './dialect.ts';
import { mostTurns, putWords } from './listing.ts';
import type { Tables } from './tables.ts';

type Within = Kysely<Tables>;

/**
 * Every table, after those that it points at; a test compares them with the schema. What people search by is made anew, as the two
 * databases index words in their own ways.
 */
export const copiedTables = [
  'conversations',
  'journal',
  'handovers',
  'handover_notes',
  'unsent_replies',
  'emergencies',
  'number_letters',
  'feedback',
  'addresses',
  'outbox',
  'drafts',
  'mailboxes',
  'refused_mails',
  'letters',
  'mail_codes',
  'staff',
  'staff_sessions',
  'staff_invitations',
  'staff_browsers',
  'audit',
  'listed',
  'turns',
  'annotations',
  'work_marks',
  'saved_replies',
  'queue',
  'knowledge_changes',
  'changed_files',
  'knowledge_turnstile',
  'corrections',
  'erasures',
  'revocations',
  'key_prints',
] as const satisfies readonly (keyof Tables)[];

/**
 * Copies all rows into a database that has the same schema and none of its own. Both are transactions, so that what is copied
 * is of one moment, and arrives whole or not at all. Returns how many rows.
 */
export async function copyDatabase(from: Within, to: Within): Promise<number> {
  let copied = 0;
  for (const table of copiedTables) {
    // A schema may begin with rows of its own.
    await to.deleteFrom(table).execute();
    for await (const rows of pagesOf(from, table)) {
      await to.insertInto(table).values(rows).execute();
      copied += rows.length;
    }
  }
  for await (const rows of pagesOf<Words>(from, 'conversation_words'))
    for (const row of rows) await putWords(to, wordsIn(row));
  await passNumbersOn(from, to);
  return copied;
}

type Words = { readonly text: string; readonly mark?: number; readonly number?: number; readonly turn?: number };

function wordsIn({ text, mark, number, turn }: Words) {
  return mark === undefined
    ? { number: Number(number), turn: Number(turn), text }
    : { number: Math.floor(mark / mostTurns), turn: mark % mostTurns, text };
}

/** Some rows at a time, however many there are. */
function pagesOf<Row = Readonly<Record<string, unknown>>>(from: Within, table: string): AsyncGenerator<readonly Row[]> {
  return isPostgres(from) ? pagesOfPostgres(from, table) : pagesOfSqlite(from, table);
}

async function* pagesOfPostgres<Row>(from: Within, table: string): AsyncGenerator<readonly Row[]> {
  await sql`declare copied no scroll cursor for select * from ${sql.table(table)}`.execute(from);
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(pageRows)} from copied`.execute(from);
    if (rows.length === 0) break;
    yield rows;
  }
  await sql`close copied`.execute(from);
}

async function* pagesOfSqlite<Row>(from: Within, table: string): AsyncGenerator<readonly Row[]> {
  // Of the words the row's own number is what they are about.
  const withMark = table === 'conversation_words';
  for (let after = -1; ;) {
    const { rows } = await sql<Row & { mark: number }>`select rowid as mark, * from ${sql.table(table)}
      where rowid > ${after} order by rowid limit ${pageRows}`.execute(from);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.mark;
    yield withMark ? rows : rows.map((row) => ({ ...row, mark: undefined }));
  }
}

/** A number that was given is never given again, also where its conversation was erased. */
async function passNumbersOn(from: Within, to: Within): Promise<void> {
  const { rows } = isPostgres(from)
    ? await sql<{ last: number | string }>`select last_value as last from listed_number_seq where is_called`.execute(
        from,
      )
    : await sql<{ last: number | string }>`select seq as last from sqlite_sequence where name = 'listed'`.execute(from);
  const last = Number(rows[0]?.last ?? 0);
  if (last === 0) return;
  if (isPostgres(to)) {
    await sql`select setval('listed_number_seq', ${last}::bigint)`.execute(to);
  } else {
    await sql`delete from sqlite_sequence where name = 'listed'`.execute(to);
    await sql`insert into sqlite_sequence(name, seq) values ('listed', ${last})`.execute(to);
  }
}

/** Times the columns of the widest table: less than a statement may have values, in both. */
const pageRows = 500;
