import { existsSync, readFileSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config } from '../config.ts';
import type { Health } from '../console/health/pages.ts';

/** What the health page says of keys, backups and the disk: what a file system knows. */
export function standingOfFiles(config: Config): Required<Pick<Health, 'keys' | 'backup' | 'disk'>> {
  const folder = folderOf(config);
  return { keys: keysOf(config, folder), backup: lastBackup(folder), disk: diskOf(folder) };
}

/** Noted when a backup is whole, for the health page. */
export function noteBackup(config: Config, at: Date): void {
  writeFileSync(join(folderOf(config), noteName), `${at.toISOString()}\n`);
}

function keysOf(config: Config, folder: string): NonNullable<Health['keys']> {
  return (['DELIVERY_KEY', 'TOKEN_KEY'] as const).map((name) => {
    const file = join(folder, keyFiles[name]);
    const since = config[name] === undefined && existsSync(file) ? statSync(file).mtime.toISOString() : null;
    return { name, since };
  });
}

function lastBackup(folder: string): string | null {
  const file = join(folder, noteName);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

/** Null where the system does not say. */
function diskOf(folder: string): NonNullable<Health['disk']> | null {
  try {
    const { bavail, blocks, bsize } = statfsSync(folder);
    return { freeBytes: bavail * bsize, allBytes: blocks * bsize };
  } catch {
    // Not every file system tells; the page says that nothing is known.
    return null;
  }
}

/** Beside the database; where that is a server, with what is kept between starts. */
function folderOf({ DATABASE_URL, CACHE_DIR }: Config): string {
  if (DATABASE_URL.kind === 'postgres' || DATABASE_URL.path === ':memory:') return CACHE_DIR;
  return dirname(DATABASE_URL.path);
}

export const keyFiles = Object.freeze({ DELIVERY_KEY: 'deliveries.key', TOKEN_KEY: 'token.key' });
const noteName = 'last-backup';
