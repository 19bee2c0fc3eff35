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
