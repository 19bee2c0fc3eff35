import type { Followed } from './followed.ts';

/** Threads by name, the newest few: what they found is in memory alone, and goes with them. */
export type KeptThreads<State> = {
  /** The oldest goes when there are too many. */
  keep(name: string, thread: Followed<State>): void;
  /** Null for one that was never begun, or is forgotten. */
  state(name: string): State | null;
  /** Ends those whose name is meant. */
  forget(meant?: (name: string) => boolean): void;
};

export function keepThreads<State>(most: number): KeptThreads<State> {
  const threads = new Map<string, Followed<State>>();
  const end = (names: readonly string[]): void => {
    for (const name of names) {
      threads.get(name)?.end();
      threads.delete(name);
    }
  };
  return {
    keep(name, thread) {
      threads.set(name, thread);
      end([...threads.keys()].slice(0, -most));
    },
    state: (name) => threads.get(name)?.state() ?? null,
    forget(meant = () => true) {
      end([...threads.keys()].filter(meant));
    },
  };
}
