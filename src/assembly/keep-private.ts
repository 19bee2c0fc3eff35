import { basename, dirname } from 'node:path';
import type { Config } from '../config.ts';
import type { Log } from '../ports/log.ts';
import { keepPrivate } from '../storage/keep-private.ts';
import { lockEnd } from '../storage/serving-lock.ts';

/** Before anything is opened: what an earlier version, a copy or a backup left open to others of the machine is so no more. */
export function tightenFiles({ DATABASE_URL, CACHE_DIR }: Config, log: Log): void {
  const database = DATABASE_URL.kind === 'sqlite' && DATABASE_URL.path !== ':memory:' ? DATABASE_URL.path : null;
  const isOurs = (name: string): boolean =>
    written.test(name) || (database !== null && new Set(filesOf(basename(database))).has(name));
  const folders = new Set([CACHE_DIR, ...(database === null ? [] : [dirname(database)])]);
  for (const { path, mode, left } of [...folders].flatMap((folder) => keepPrivate(folder, isOurs))) {
    log.warn(
      { path, mode },
      left
        ? 'others of this machine can read this, and it is not Guichet’s alone: move it or take their rights away (chmod)'
        : 'others of this machine could read this: its owner alone can now',
    );
  }
}

/** A database and what SQLite keeps beside it. */
function filesOf(database: string): readonly string[] {
  return ['', '-wal', '-shm', '-journal', lockEnd].map((end) => database + end);
}

/** Trained matchers, keys, the list of erasures, the app for Teams. */
const written =
  /^(?:(?:matcher|danger|knowledge|models)-.+|(?:token|deliveries)\.key.*|erasures\.txt|guichet-teams\.zip)$/;
