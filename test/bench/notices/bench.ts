import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../../src/core/errors.ts';
import { tableOf } from '../../../src/eval/report.ts';
import { ownPostgres, type Postgres } from '../../faults/postgres.ts';

/**
 * What a notice in each transaction costs: PostgreSQL takes a lock on all of its databases for it, from before the commit until
 * that is on the disk, so that such transactions are flushed one after the other. pgbench writes as much as a turn does: without
 * a notice, with one, and as turns do it, which wait for the disk after the commit (`src/storage/wait-for-disk.ts`). A slower disk is
 * `commit_delay`: the server sleeps that long before each flush. The figures of docs/scale.md.
 */
export async function benchNotices(seconds = '5'): Promise<void> {
  const postgres = await ownPostgres();
  const folder = mkdtempSync(join(tmpdir(), 'guichet-notices-'));
  try {
    await postgres.ask(schema);
    const rows: (string | number)[][] = [];
    for (const delayMs of [0, 1, 3, 10]) {
      const flush = delayMs === 0 ? 'as this disk does it' : `${String(delayMs)} ms more`;
      const measured: string[] = [];
      for (const way of ['apart', 'within', 'none'] as const)
        for (const writers of [1, manyWriters])
          measured.push(await turnsASecond(postgres, { folder, delayMs, way, writers, seconds }));
      rows.push([flush, ...measured]);
    }
    process.stdout.write(`PostgreSQL ${postgres.version}; turns written a second\n${tableOf([heads, ...rows])}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await postgres.end();
  }
}

/** How others are told: within a transaction that is flushed at its end, or apart from that; or not at all. */
type Way = 'apart' | 'within' | 'none';

type Run = {
  readonly folder: string;
  readonly delayMs: number;
  readonly way: Way;
  readonly writers: number;
  readonly seconds: string;
};

async function turnsASecond(
  { url, programs }: Postgres,
  { folder, delayMs, way, writers, seconds }: Run,
): Promise<string> {
  const script = join(folder, 'turn.sql');
  writeFileSync(script, turn(way));
  const args = ['-n', '-f', script, '-c', String(writers), '-T', seconds, '-M', 'prepared', url];
  const program = spawn(join(programs, 'pgbench'), args, {
    env: { PGOPTIONS: `-c commit_delay=${String(delayMs * 1000)} -c commit_siblings=0` },
  });
  let said = '';
  for (const stream of [program.stdout, program.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  await once(program, 'close');
  const rate = /^tps = ([\d.]+)/m.exec(said)?.[1];
  if (rate === undefined) throw new AppError('input/not-supported', `pgbench failed: ${said}`);
  return Number(rate).toFixed(0);
}

/** The rows of a turn in short: the conversation moves on and tells of it, two entries and what is found by are written. */
function turn(way: Way): string {
  return `\\set id random(1, ${String(conversations)})
BEGIN;
UPDATE conversations SET entries = entries + 2, state = repeat(md5(random()::text), 30) WHERE id = :id
  RETURNING entries${told[way]};
INSERT INTO journal SELECT :id, repeat(md5(random()::text), 60) FROM generate_series(1, 2);
INSERT INTO listed VALUES (:id, repeat('a word ', 50));
COMMIT;
${way === 'apart' ? "SELECT pg_logical_emit_message(true, 'guichet', '');" : ''}
`;
}

const told: Readonly<Record<Way, string>> = {
  apart: ", pg_notify('guichet', id::text), set_config('synchronous_commit', 'off', true)",
  within: ", pg_notify('guichet', id::text)",
  none: '',
};

const conversations = 10_000;
const manyWriters = 20;
const heads = [
  'a flush takes',
  ...['told of, flushed apart', 'told of', 'not told of'].flatMap((way) => [`${way}: 1 writer`, String(manyWriters)]),
];
const schema = `
  CREATE TABLE conversations (id integer PRIMARY KEY, entries integer NOT NULL, state text NOT NULL);
  CREATE TABLE journal (conversation integer NOT NULL, text text NOT NULL);
  CREATE TABLE listed (conversation integer NOT NULL, text text NOT NULL);
  INSERT INTO conversations SELECT n, 0, '' FROM generate_series(1, ${String(conversations)}) AS n`;
