import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../core/errors.ts';
import type { DatabaseAddress } from './open-database.ts';
import { isLocked, openFile } from './sqlite.ts';
import { storageFailed } from './stored.ts';

/** What SQLite keeps for this beside the database. */
export const lockEnd = '-lock';

/**
 * Makes sure that one process serves from a SQLite file: two would not hear of one another's writes. The lock is the system's, on
 * a file beside the database, so it ends with the process however that ends; a backup or a console needs none.
 * @throws AppError config/invalid when another process serves from it
 */
export async function lockForServing(address: DatabaseAddress): Promise<{ readonly release: () => void }> {
  if (address.kind === 'postgres' || address.path === ':memory:') return { release: ignored };
  const lock = openedBeside(address.path);
  const until = performance.now() + handOverMs;
  for (;;) {
    try {
      lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
      return {
        release: () => {
          lock.close();
        },
      };
    } catch (problem) {
      if (isLocked(problem) && performance.now() < until) {
        await sleep(lookEveryMs);
        continue;
      }
      lock.close();
      throw isLocked(problem) ? served(address.path) : storageFailed('The database could not be opened.', problem);
    }
  }
}

function openedBeside(path: string) {
  try {
    return openFile(`${path}${lockEnd}`);
  } catch (problem) {
    throw storageFailed('The database could not be opened.', problem);
  }
}

function ignored(): void {}

function served(path: string): AppError {
  return new AppError(
    'config/invalid',
    `Another Guichet serves from ${path}: end that one, or set DATABASE_URL=postgres://… in both (guichet move brings it there).`,
  );
}

/** A process that is told to end and its successor may meet for a moment. */
const handOverMs = 3000;
const lookEveryMs = 50;
