import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Config } from '../config.ts';
import { AppError } from '../core/errors.ts';
import { copyToPostgres, snapshot, unfenced, verify } from '../storage/backup-file.ts';
import type { KeyName } from '../storage/key-prints.ts';
import { holdsKeys, openKeys, takeKeysOut, type Keys } from '../storage/sealed-keys.ts';
import { lockForServing } from '../storage/serving-lock.ts';
import { storageFailed } from '../storage/stored.ts';
import { passphraseIn } from './backup.ts';
import { keyFiles } from './standing-of-files.ts';
import { databaseOf } from './from-config.ts';

export type RestoreOptions = {
  readonly passphraseFile?: string | undefined;
  /** Where the keys are written as settings. */
  readonly keysTo?: string | undefined;
};

/** Brings a backup back into the database that the settings name, which has to be empty. Nobody may serve from it. */
export async function restore(config: Config, file: string, options: RestoreOptions): Promise<void> {
  verify(file);
  const keys = options.passphraseFile === undefined ? null : openKeys(file, passphraseIn(options.passphraseFile));
  const lock = await lockForServing(databaseOf(config));
  try {
    const told = await bringBack(config, file);
    process.stdout.write(
      `${file} is brought back: ${told}.\n${keys === null ? aboutKeys(file) : place(config, keys, options)}\n`,
    );
    process.stdout.write(
      'What was erased since the backup is erased again by the next start, which reads the list of erasures.\n',
    );
  } finally {
    lock.release();
  }
}

async function bringBack(config: Config, file: string): Promise<string> {
  const database = databaseOf(config);
  if (database.kind === 'sqlite' && existsSync(database.path))
    throw new AppError(
      'config/invalid',
      `${database.path} is there already: move it away first, with its -wal and -shm.`,
    );
  const folder = database.kind === 'sqlite' ? dirname(database.path) : tmpdir();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const copy = join(folder, `guichet-restored-${String(process.pid)}.db`);
  try {
    snapshot(file, copy);
    unfenced(copy);
    takeKeysOut(copy);
    if (database.kind === 'postgres') return `${String(await copyToPostgres(copy, database))} rows in PostgreSQL`;
    renameSync(copy, database.path);
    return database.path;
  } catch (problem) {
    throw problem instanceof AppError ? problem : storageFailed('The backup could not be brought back.', problem);
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(copy + end, { force: true });
  }
}

function aboutKeys(file: string): string {
  return holdsKeys(file)
    ? 'The keys are in it, sealed: bring it back with --passphrase-file to have them, or put the old ones in their places.'
    : 'The keys are not in it: put DELIVERY_KEY and TOKEN_KEY back where they were, or the start will refuse others.';
}

function place(config: Config, keys: Keys | null, { keysTo }: RestoreOptions): string {
  if (keys === null) return 'The backup holds no keys: put DELIVERY_KEY and TOKEN_KEY back where they were.';
  if (keysTo !== undefined) return writeAsSettings(keys, keysTo);
  if (config.DATABASE_URL.kind === 'postgres')
    return 'The keys were not written: name a file for them with --keys, and take them from there into the settings.';
  const folder = dirname(config.DATABASE_URL.path);
  const written = (Object.keys(keyFiles) as KeyName[]).map((name) =>
    placeFile(join(folder, keyFiles[name]), keys[name]),
  );
  return `Keys: ${written.join(', ')}.`;
}

function placeFile(file: string, key: Uint8Array): string {
  const text = `${Buffer.from(key).toString('base64url')}\n`;
  if (existsSync(file)) return `${file} was there already and is left as it is`;
  writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
  return file;
}

/** For its owner alone, in the form of a settings file. */
export function writeAsSettings(keys: Keys, file: string): string {
  const lines = Object.entries(keys).map(([name, key]) => `${name}=${Buffer.from(key).toString('base64url')}\n`);
  writeFileSync(file, lines.join(''), { mode: 0o600, flag: 'wx' });
  return `The keys are in ${file}, as settings: take them into those of every process, then remove the file.`;
}
