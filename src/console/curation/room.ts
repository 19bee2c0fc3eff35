import type { Curation } from '../../curation/curate.ts';
import type { Lint } from '../../curation/linter.ts';
import type { Previews } from '../../curation/previews.ts';
import type { FormEntry } from '../../knowledge/forms.ts';
import type { LiveState } from '../../knowledge/live.ts';
import type { Corrections } from '../../ports/corrections.ts';
import type { KnowledgeChanges } from '../../ports/knowledge-changes.ts';
import type { Speak } from '../../ports/speak.ts';
import type { Replays } from '../../replay/replays.ts';

/** What the pages of the knowledge work with. */
export type CurationRoom = {
  readonly folder: string;
  /** Those that the program has. */
  readonly forms: readonly FormEntry[];
  readonly curation: Curation;
  readonly changes: KnowledgeChanges;
  readonly previews: Previews;
  readonly replays: Replays;
  readonly lint: Lint;
  readonly corrections: Corrections;
  readonly speak: Speak;
  /** Which version answers, and why not what stands in the files. */
  readonly state: () => LiveState;
};
