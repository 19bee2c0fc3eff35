import { chmodSync, closeSync, existsSync, openSync, renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { AppError } from '../core/errors.ts';
import { copyDatabase } from './copy-database.ts';
import { liftFence } from './fence.ts';
import { isCurrent } from './migrations.ts';
import { openDatabase, openMigrated, type DatabaseAddress } from './open-database.ts';
import { storageFailed } from './stored.ts';

/**
 * A backup is a SQLite database with everything in it, of one moment, whatever it was taken of: it can be looked into, and restored
 * to either kind. Taken while the desk serves.
 * @throws AppError config/invalid when the file is there already, storage/failed
 */
export async function writeBackup(of: DatabaseAddress, file: string): Promise<void> {
  if (existsSync(file)) throw new AppError('config/invalid', `${file} is there already: name another file.`);
  // Whole under its name, or not there: a backup that was broken off is not taken for one.
  const part = `${file}.part`;
  rmSync(part, { force: true });
  try {
    closeSync(openSync(part, 'wx', 0o600));
    if (of.kind === 'sqlite') snapshot(of.path, part);
    else await copyFromPostgres(of, part);
    verify(part);
    renameSync(part, file);
  } catch (problem) {
    throw problem instanceof AppError ? problem : storageFailed('The backup could not be written.', problem);
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(part + end, { force: true });
  }
}

/** As SQLite copies a database that is written to meanwhile: a copy of its files would be torn. The target is empty, or not there. */
export function snapshot(path: string, target: string): void {
  if (!existsSync(path)) throw new AppError('config/invalid', `There is no database at ${path}: see DATABASE_URL.`);
  const database = new DatabaseSync(path, { timeout: lockPatienceMs });
  try {
    database.prepare('VACUUM INTO ?').run(target);
  } finally {
    database.close();
  }
  chmodSync(target, 0o600);
}

/** @throws AppError storage/failed when the file is damaged, or is no database of ours */
export function verify(file: string): void {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { readOnly: true });
    const found = database
      .prepare('PRAGMA integrity_check')
      .all()
      .map((row) => row['integrity_check']);
    const ours = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'kysely_migration'").all();
    if (found.join() !== 'ok') throw new AppError('storage/failed', `${file} is damaged: take another backup.`);
    if (ours.length === 0) throw new AppError('storage/failed', `${file} is no backup of Guichet.`);
  } catch (problem) {
    throw problem instanceof AppError ? problem : storageFailed(`${file} could not be read.`, problem);
  } finally {
    database?.close();
  }
}

/** Everything in a backup, brought up to this version's schema in a copy, into a PostgreSQL that is empty. Returns how many rows. */
export async function copyToPostgres(backup: string, to: DatabaseAddress): Promise<number> {
  const from = await openMigrated({ kind: 'sqlite', path: backup, durability: 'NORMAL' }, ignored);
  try {
    const target = await openMigrated(to, ignored);
    try {
      await requireEmpty(target.work);
      return await from.work
        .transaction()
        .execute((source) => target.work.transaction().execute((within) => copyDatabase(source, within)));
    } finally {
      await target.close();
    }
  } finally {
    await from.close();
  }
}

/** @throws AppError config/invalid */
export async function requireEmpty(db: Parameters<typeof copyDatabase>[0]): Promise<void> {
  const there = await db.selectFrom('conversations').select('id').limit(1).execute();
  const staff = await db.selectFrom('staff').select('id').limit(1).execute();
  if (there.length + staff.length === 0) return;
  throw new AppError(
    'config/invalid',
    'There is a database with conversations or colleagues already: name an empty one.',
  );
}

async function copyFromPostgres(of: DatabaseAddress, file: string): Promise<void> {
  const from = openDatabase(of, ignored);
  const to = await openMigrated({ kind: 'sqlite', path: file, durability: 'FULL' }, ignored);
  try {
    if (!(await isCurrent(from.work)))
      throw new AppError(
        'config/invalid',
        'The database is of another version: take the backup with the version that serves.',
      );
    await from.work
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((source) => to.work.transaction().execute((within) => copyDatabase(source, within)));
    await sql`pragma wal_checkpoint(truncate)`.execute(to.work);
    await sql`pragma journal_mode = delete`.execute(to.work);
  } finally {
    await to.close();
    await from.close();
  }
}

/** A database that was moved is a backup of the moment of its move: what kept it from being written does not come along. */
export function unfenced(file: string): void {
  const database = new DatabaseSync(file);
  try {
    liftFence(database);
  } finally {
    database.close();
  }
}

function ignored(): void {}

const lockPatienceMs = 10_000;
