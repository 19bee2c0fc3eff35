import type { Day } from '../core/day.ts';
import { followThread, type Followed } from '../follow-thread.ts';
import type { Change } from '../ports/knowledge-changes.ts';
import type { DatabaseAddress } from '../storage/open-storage.ts';
import { startOfPreview, withNews, type PreviewNews, type PreviewState } from './preview/state.ts';
import type { PreviewOrder } from './preview/worker.ts';

/** What each proposal would change, found in threads of their own. In memory alone: they hold what students wrote. */
export type Previews = {
  /** Begins where none was begun for this proposal on this knowledge; says how far it is. */
  of(change: Change, knowledge: string, on: Day): PreviewState;
  /** Forgets everything: somebody's words were erased. */
  forget(): void;
};

type Parts = { readonly folder: string; readonly cacheFolder: string; readonly database: DatabaseAddress };

export function createPreviews(parts: Parts): Previews {
  const previews = new Map<string, Followed<PreviewState>>();
  const end = (key: string) => {
    previews.get(key)?.end();
    previews.delete(key);
  };
  const begin = (key: string, order: PreviewOrder): PreviewState => {
    const preview = followThread<PreviewState, PreviewNews>(new URL('./preview/worker.ts', import.meta.url), order, {
      start: startOfPreview,
      withNews,
      failed: (state, problem) => ({ ...state, stage: 'failed', problem }),
    });
    previews.set(key, preview);
    for (const oldest of [...previews.keys()].slice(0, -mostKept)) end(oldest);
    return preview.state();
  };
  return {
    of(change, knowledge, on) {
      const key = `${change.id} ${knowledge} ${on}`;
      const begun = previews.get(key);
      if (begun !== undefined) return begun.state();
      // The same proposal on other knowledge than before: what was found there means nothing now.
      for (const other of [...previews.keys()].filter((known) => known.startsWith(change.id))) end(other);
      return begin(key, { ...parts, file: change.file, changes: new Map([[change.file, change.after]]), on });
    },
    forget() {
      for (const key of [...previews.keys()]) end(key);
    },
  };
}

/** Each holds two matchers while it runs. */
const mostKept = 3;
