import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

/** What version 0.1.0 left behind; how it was made and what is in it: `make.ts` beside the files. */
const kept = new URL('../fixtures/as-of-0.1.0/', import.meta.url);

/** The key that its addresses and deliveries are sealed with. */
export const deliveryKey = Buffer.alloc(32, 7);

/** Its database, as a file in `folder`. */
export function earlierDatabase(folder: string): string {
  const file = join(folder, 'guichet.db');
  writeFileSync(file, gunzipSync(readFileSync(new URL('guichet.db.gz', kept))));
  return file;
}

/** Its knowledge, as a folder in the layout of then. The dictionaries are binary and the same for everybody: they are today's. */
export function earlierKnowledge(folder: string): string {
  const knowledge = join(folder, 'knowledge');
  const files = JSON.parse(brotliDecompressSync(readFileSync(new URL('knowledge.json.br', kept))).toString()) as object;
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(knowledge, name)), { recursive: true });
    writeFileSync(join(knowledge, name), text as string);
  }
  mkdirSync(join(knowledge, 'dictionaries'));
  for (const [now, then] of [
    ['en/dictionary.bloom', 'en.bloom'],
    ['en/words.vectors', 'en.vectors'],
    ['fr/dictionary.bloom', 'fr.bloom'],
  ] as const)
    cpSync(join('knowledge/languages', now), join(knowledge, 'dictionaries', then));
  return knowledge;
}

export type Row = Readonly<Record<string, unknown>>;

/** Every row of every table, read beside the program. What SQLite itself keeps to search is left out. */
export function rowsIn(file: string): Readonly<Record<string, readonly Row[]>> {
  const database = new DatabaseSync(file, { readOnly: true });
  const tables = database.prepare("select name from sqlite_master where type = 'table'").all();
  const named = tables
    .map(({ name }) => String(name))
    .filter((name) => !/^(?:sqlite_|kysely_|conversation_words)/.test(name));
  const rows = named.map((name) => [name, database.prepare(`select * from "${name}" order by rowid`).all()] as const);
  database.close();
  return Object.fromEntries(rows.map(([name, found]) => [name, found.map((row) => ({ ...row }))]));
}

/** A conversation with words of danger, as version 0.1.0 kept it: its traces have the kind as `intent`, and no `danger`. */
export function addEmergency(file: string, intent: string): void {
  const at = '2026-11-22T10:00:00.000Z';
  const id = 'in-danger';
  const trace = {
    ...{ decision: 'emergency', intent, intents: [{ intent, decision: 'emergency', score: null }], score: null },
    ...{ runnerUp: null, language: 'en', asking: null, outcome: null, sources: [], knowledge: 'then' },
  };
  const reply = { language: 'en', text: 'Call 112.', card: null, choices: [], sources: [] };
  const add = (table: string, row: Readonly<Record<string, string | number | null>>): void => {
    const columns = Object.keys(row);
    const places = columns.map(() => '?').join();
    database.prepare(`insert into ${table} (${columns.join()}) values (${places})`).run(...Object.values(row));
  };
  const database = new DatabaseSync(file);
  add('conversations', { id, version: 1, entries: 2, state: '{}', started_at: at, changed_at: at });
  const said = { conversation: id, turn: 1, channel: 'webchat', at };
  add('journal', { ...said, position: 1, activity: 'd', direction: 'in', text: 'in words of danger' });
  const answer = { direction: 'out', text: reply.text, reply: JSON.stringify(reply), trace: JSON.stringify(trace) };
  add('journal', { ...said, ...answer, position: 2, activity: 'd/1' });
  const counts = { asked: 1, handed_over: 0, emergency: 1, helped: 0, not_helped: 0, missed: 0, reviewed: 0 };
  const about = { channel: 'webchat', language: 'en', decision: 'emergency' };
  add('listed', {
    number: 900,
    conversation: id,
    started_at: at,
    changed_at: at,
    opening: 'in words',
    ...about,
    ...counts,
  });
  add('turns', { number: 900, turn: 1, part: 0, at, ...about, intent, score: null, question: 'in words of danger' });
  database.close();
}
