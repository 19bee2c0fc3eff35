import type { createRedact } from '../conversation/redaction/redact.ts';
import type { Speaker } from '../voice/speaker.ts';
import type { Matcher } from '../core/matching/index.ts';
import type { Outside } from '../http/origin.ts';
import type { Knowledge } from '../knowledge/schema.ts';
import type { Announcements } from '../ports/announcements.ts';
import type { Annotations } from '../ports/annotations.ts';
import type { Audit } from '../ports/audit.ts';
import type { Drafts } from '../ports/drafts.ts';
import type { Emergencies } from '../ports/emergencies.ts';
import type { Journal, Written } from '../ports/journal.ts';
import type { Log } from '../ports/log.ts';
import type { Numbers } from '../ports/numbers.ts';
import type { Work } from '../ports/work.ts';
import type { Outbox } from '../ports/outbox.ts';
import type { Queue } from '../ports/queue.ts';
import type { PersonalData } from '../ports/personal-data.ts';
import type { RefusedMails } from '../ports/refused-mails.ts';
import type { SavedReplies } from '../ports/saved-replies.ts';
import type { Search } from '../ports/search.ts';
import type { Speak } from '../ports/speak.ts';
import type { Staff } from '../ports/staff.ts';
import type { CurationRoom } from './curation/room.ts';
import type { Health } from './health/pages.ts';
import type { Issuer } from './sign-in/issuer.ts';

/** What the staff room is made of. A group of pages takes the parts that it needs. */
export type Parts = {
  readonly staff: Staff;
  readonly audit: Audit;
  readonly search: Search;
  readonly annotations: Annotations;
  readonly journal: Journal;
  readonly queue: Queue;
  readonly savedReplies: SavedReplies;
  readonly emergencies: Emergencies;
  readonly drafts: Drafts;
  readonly refusedMails: RefusedMails;
  readonly outbox: Outbox;
  readonly numbers: Numbers;
  readonly work: Work;
  readonly speak: Speak;
  readonly health: () => Promise<Health>;
  /** A transcript in the Bot Framework's own words. */
  readonly activities: (entries: readonly Written[]) => readonly unknown[];
  /** Asked for at each page: a reload of the knowledge swaps all together. */
  readonly current: () => {
    readonly knowledge: Knowledge;
    readonly speaker: Speaker;
    readonly matcher: Matcher;
    readonly redact: ReturnType<typeof createRedact>;
  };
  /** Changing what Guichet knows; without it there are no pages for that. */
  readonly curation?: CurationRoom | undefined;
  /** Without it there is no page for one person's data. */
  readonly personalData?: PersonalData | undefined;
  /** The school's own accounts, where they are connected. */
  readonly issuer: Issuer | null;
  readonly announcements: Announcements;
  /** Aborted when the server goes down: what is followed ends. */
  readonly closing?: AbortSignal | undefined;
  readonly clock: () => Date;
  readonly config: Outside;
  readonly log: Log;
};
