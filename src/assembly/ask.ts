import { chat } from '../channels/ask/chat.ts';
import { askJsonl } from '../channels/ask/jsonl.ts';
import { replay, replayJournal } from '../channels/ask/replay.ts';
import type { Config } from '../config.ts';
import { dayInFrance } from '../day-in-france.ts';
import { prepare } from '../desk/prepare.ts';
import { createLog } from '../log.ts';
import { journalLines } from '../replay/journal-recording.ts';
import { openLogged } from '../storage/open-logged.ts';
import { openStorage } from '../storage/open-storage.ts';
import { clock } from './clock.ts';
import { databaseOf } from './from-config.ts';
import { knowledgeAt } from './load-knowledge.ts';
import { openDesk } from './open-desk.ts';

type AskOptions = {
  readonly jsonl: boolean;
  readonly update: boolean;
  readonly locale?: string | undefined;
  readonly replay?: string | undefined;
  /** With `--replay journal`: which of the logged conversations. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly channel?: string | undefined;
  readonly limit: string;
};

/** A desk of its own, in memory: nothing is kept. */
export async function ask(config: Config, options: AskOptions): Promise<void> {
  const { jsonl, locale, replay: file, update } = options;
  const log = createLog(config.LOG_LEVEL ?? 'error', 2);
  const prepared = await prepare(await knowledgeAt(config.KNOWLEDGE_DIR, config.CACHE_DIR), config.CACHE_DIR);
  const storage = await openStorage({ kind: 'sqlite', path: ':memory:', durability: 'NORMAL' });
  const desk = openDesk(() => prepared, storage.conversations, log);
  const { speaker } = prepared;
  const asked = {
    desk,
    speaker,
    today: () => dayInFrance(clock()),
  };
  if (file === 'journal') {
    const { logged, close } = openLogged(databaseOf(config));
    const conversations = journalLines(logged, options, Number(options.limit) || 1000);
    if ((await replayJournal(asked, { conversations, dayOf: dayInFrance }, process.stdout)) > 0) process.exitCode = 1;
    await close();
  } else if (file !== undefined) {
    const changed = await replay(asked, { file, update, dayOf: dayInFrance }, process.stdout);
    if (changed > 0 && !update) process.exitCode = 1;
  } else if (jsonl) await askJsonl(asked, process.stdin, process.stdout);
  else await chat(asked, process.stdin, process.stdout, locale);
  await storage.close();
}
