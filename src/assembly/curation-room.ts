import { forms } from '../../dialogs/index.ts';
import { withBoundary } from '../boundary.ts';
import type { Config } from '../config.ts';
import type { CurationRoom } from '../console/curation/room.ts';
import { createCuration } from '../curation/curate.ts';
import { createLinter } from '../curation/linter.ts';
import { createPreviews } from '../curation/previews.ts';
import type { Prepared } from '../desk/prepare.ts';
import type { Live } from '../knowledge/live.ts';
import type { Gap } from '../ports/announcements.ts';
import type { Log } from '../ports/log.ts';
import type { Speak } from '../ports/speak.ts';
import { createReplays } from '../replay/replays.ts';
import type { Storage } from '../storage/open-storage.ts';
import { clock } from './clock.ts';
import { databaseOf } from './from-config.ts';

/** Changing the knowledge, and what follows from that: previews, replays, telling who was told wrong. */
export function curationRoom(
  config: Config,
  {
    live,
    speak,
    knowledgeChanges,
    corrections,
    announcements,
    log,
  }: Storage & { readonly log: Log; readonly live: Live<Prepared>; readonly speak: Speak },
): CurationRoom {
  const folder = config.KNOWLEDGE_DIR;
  const reading = { folder, cacheFolder: config.CACHE_DIR, database: databaseOf(config) };
  const curation = createCuration({
    folder,
    forms,
    changes: knowledgeChanges,
    secondApproval: config.SECOND_APPROVAL,
    published: withBoundary(
      async ({ id }) => {
        void live.reload();
        await announcements.announce('knowledge', id);
      },
      (err) => {
        log.error({ code: 'storage/failed', err }, 'other processes were not told of what was published');
      },
    ),
    clock,
  });
  announcements.hear(
    'knowledge',
    withBoundary(
      async (change) => {
        await curation.takeOver(change);
        await live.reload();
      },
      (err) => {
        log.error({ code: 'storage/failed', err }, 'what another process published could not be read');
      },
    ),
  );
  announcements.afterGap(
    withBoundary(
      async ({ since }: Gap) => {
        const missed = await knowledgeChanges.list({ state: 'published', since }, mostMissed);
        for (const { id } of missed.toReversed()) await curation.takeOver(id);
        if (missed.length > 0) await live.reload();
      },
      (err) => {
        log.error({ code: 'storage/failed', err }, 'what was published meanwhile could not be read');
      },
    ),
  );
  const [previews, replays] = [createPreviews(reading), createReplays(reading)];
  announcements.hear('erased', () => {
    previews.forget();
    replays.forget();
  });
  return {
    folder,
    forms,
    curation,
    changes: knowledgeChanges,
    previews,
    replays,
    lint: createLinter({ folder, forms }),
    corrections,
    speak,
    state: live.state,
  };
}

/** While a connection was away: more than anybody publishes in hours. */
const mostMissed = 100;
