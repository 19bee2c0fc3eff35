import { stored } from './stored.ts';
import type { Database } from './tables.ts';

/** Whether turns can be kept: a database that is read and refuses every write is of no use to a student. */
export type WriteHealth = {
  /** Runs a write, and remembers how it ended. */
  track<T>(write: () => Promise<T>): Promise<T>;
  /** After a write that failed, tries one: nobody sends messages to who is not ready. @throws AppError storage/failed */
  check(): Promise<void>;
};

export function createWriteHealth(db: Database, clock: () => Date): WriteHealth {
  let failing = false;
  const track = async <T>(write: () => Promise<T>): Promise<T> => {
    try {
      const done = await write();
      failing = false;
      return done;
    } catch (problem) {
      failing = true;
      throw problem;
    }
  };
  return {
    track,
    async check() {
      if (failing) await stored('write to the database', () => track(() => beat(db, clock().toISOString())));
    },
  };
}

/** As much as a turn writes, so that the space which is left over on a full disk is not taken for enough. */
async function beat(db: Database, at: string): Promise<void> {
  const row = { at, filler: at.padEnd(turnBytes, '.') };
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('pulse')
      .values({ name: 'write', ...row })
      .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
      .execute();
  });
}

const turnBytes = 16_384;
