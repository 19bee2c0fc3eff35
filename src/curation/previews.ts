import type { Day } from '../core/day.ts';
import { followThread } from '../threads/followed.ts';
import { keepThreads } from '../threads/kept.ts';
import type { Change } from '../ports/knowledge-changes.ts';
import type { DatabaseAddress } from '../storage/open-database.ts';
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
  const previews = keepThreads<PreviewState>(mostKept);
  const begin = (name: string, order: PreviewOrder): PreviewState => {
    const preview = followThread<PreviewState, PreviewNews>(new URL('./preview/worker.ts', import.meta.url), order, {
      start: startOfPreview,
      withNews,
      failed: (state, problem) => ({ ...state, stage: 'failed', problem }),
    });
    previews.keep(name, preview);
    return preview.state();
  };
  return {
    of(change, knowledge, on) {
      const name = `${change.id} ${change.at} ${knowledge} ${on}`;
      const begun = previews.state(name);
      if (begun !== null) return begun;
      // The same proposal on other knowledge than before: what was found there means nothing now.
      previews.forget((other) => other.startsWith(change.id));
      const changes = new Map(change.files.map(({ file, after }) => [file, after]));
      return begin(name, { ...parts, changes, on });
    },
    forget: () => {
      previews.forget();
    },
  };
}

/** Each holds two matchers while it runs. */
const mostKept = 3;
