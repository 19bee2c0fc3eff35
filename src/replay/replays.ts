import { randomUUID } from 'node:crypto';
import { followThread } from '../threads/followed.ts';
import { keepThreads } from '../threads/kept.ts';
import type { DatabaseAddress } from '../storage/open-database.ts';
import { startOfReplay, withNews, type ReplayNews, type ReplayState } from './state.ts';
import type { ReplayOrder } from './worker.ts';

/** Replays in threads of their own. In memory alone: they hold what students wrote. */
export type Replays = {
  /** Begins one and names it. */
  begin(order: Omit<ReplayOrder, 'folder' | 'cacheFolder' | 'database'>): string;
  /** Null for one that was never begun, or is forgotten. */
  state(id: string): ReplayState | null;
  /** Forgets everything: somebody's words were erased. */
  forget(): void;
};

export function createReplays(parts: {
  readonly folder: string;
  readonly cacheFolder: string;
  readonly database: DatabaseAddress;
}): Replays {
  const replays = keepThreads<ReplayState>(mostKept);
  return {
    begin(order) {
      const id = randomUUID();
      const whole: ReplayOrder = { ...parts, ...order };
      replays.keep(
        id,
        followThread<ReplayState, ReplayNews>(new URL('./worker.ts', import.meta.url), whole, {
          start: startOfReplay,
          withNews,
          failed: (state, problem) => ({ ...state, stage: 'failed', problem }),
        }),
      );
      return id;
    },
    state: (id) => replays.state(id),
    forget: () => {
      replays.forget();
    },
  };
}

const mostKept = 4;
