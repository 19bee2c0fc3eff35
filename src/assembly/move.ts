import { existsSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { readConfig, type Config } from '../config.ts';
import { AppError } from '../core/errors.ts';
import { copyToPostgres, requireEmpty, snapshot, unfenced } from '../storage/backup-file.ts';
import { raiseFence } from '../storage/fence.ts';
import { openMigrated, type DatabaseAddress } from '../storage/open-database.ts';
import { storageFailed } from '../storage/stored.ts';
import { databaseOf } from './from-config.ts';
import { keysOf } from './keys.ts';
import { writeAsSettings } from './restore.ts';

/**
 * Brings everything from a SQLite file that is served from into an empty PostgreSQL. From the first moment on the file takes no
 * writes, so nothing is acknowledged that does not arrive: messages get a 503 until the desk is started on the new database.
 */
export async function move(config: Config, url: string, keysTo: string | undefined): Promise<void> {
  const from = sqliteIn(config);
  const to = databaseOf(readConfig({ DATABASE_URL: url }));
  if (to.kind !== 'postgres') throw new AppError('config/invalid', '--to: give postgres://user:password@host/database');
  await requireEmptyAt(to);
  const began = performance.now();
  fence(from.path, raiseFence);
  const copy = `${from.path}.moving`;
  try {
    rmSync(copy, { force: true });
    snapshot(from.path, copy);
    unfenced(copy);
    const rows = await copyToPostgres(copy, to);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    process.stdout.write(
      `${String(rows)} rows are in PostgreSQL, in ${seconds} s. ${from.path} takes no writes any more.\n`,
    );
  } catch (problem) {
    // It did not arrive: the file goes on as before.
    unfenced(from.path);
    throw problem;
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(copy + end, { force: true });
  }
  process.stdout.write(`${whatIsNext(config, keysTo)}\n`);
}

/** After a move that was broken off, or that is not wanted any more: what the new database got since is not brought along. */
export function moveBack(config: Config): void {
  const { path } = sqliteIn(config);
  unfenced(path);
  process.stdout.write(`${path} takes writes again.\n`);
}

/** @throws AppError config/invalid */
function sqliteIn(config: Config): { readonly path: string } {
  const from = databaseOf(config);
  if (from.kind !== 'sqlite')
    throw new AppError('config/invalid', 'A move goes from the sqlite: file in DATABASE_URL to --to postgres://…');
  if (!existsSync(from.path)) throw new AppError('config/invalid', `There is no database at ${from.path}.`);
  return from;
}

function whatIsNext(config: Config, keysTo: string | undefined): string {
  const next = 'Start Guichet with the new DATABASE_URL';
  if (keysTo !== undefined) return `${writeAsSettings(keysOf(config), keysTo)}\n${next}.`;
  return `${next}, and with DELIVERY_KEY and TOKEN_KEY as settings: they are the same keys (--keys FILE writes them as such).`;
}

async function requireEmptyAt(to: DatabaseAddress): Promise<void> {
  const target = await openMigrated(to, () => undefined);
  try {
    await requireEmpty(target.work);
  } finally {
    await target.close();
  }
}

function fence(path: string, change: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(path, { timeout: lockPatienceMs });
  try {
    change(database);
  } catch (problem) {
    throw storageFailed('The database could not be kept from being written.', problem);
  } finally {
    database.close();
  }
}

const lockPatienceMs = 10_000;
