import { setTimeout as sleep } from 'node:timers/promises';
import type { Announcements } from '../../ports/announcements.ts';

type Following = {
  /** What is said of the conversations that went on. */
  readonly tell: (conversations: readonly string[]) => Promise<unknown>;
  /** Aborted when the server goes down. */
  readonly closing?: AbortSignal | undefined;
};

/**
 * A stream of server-sent events. What happens within a moment is told together; a sign of life keeps proxies from closing it;
 * it ends by itself after some minutes, so that who was signed out meanwhile is asked who they are.
 */
export async function* followChanges(
  announcements: Pick<Announcements, 'hear' | 'afterGap'>,
  { tell, closing }: Following,
): AsyncGenerator<string, void> {
  const changed = new Set<string>();
  let wake = Promise.withResolvers<null>();
  const note = (conversation: string): void => {
    if (changed.size < mostNamed) changed.add(conversation);
    wake.resolve(null);
  };
  const deaf = [announcements.hear('written', note), announcements.hear('erased', note)];
  const end = (): void => {
    wake.resolve(null);
  };
  closing?.addEventListener('abort', end);
  try {
    // How things stand now: what went on since the page was made was told to nobody.
    yield `retry: ${String(retryMs)}\n\n${changedEvent(await tell([]))}`;
    for (let beats = 0; beats < mostBeats && closing?.aborted !== true; beats++) {
      await Promise.race([wake.promise, sleep(beatMs, undefined, { ref: false })]);
      if (changed.size === 0) {
        yield ': still here\n\n';
        continue;
      }
      await sleep(togetherMs, undefined, { ref: false });
      wake = Promise.withResolvers<null>();
      const conversations = [...changed];
      changed.clear();
      yield changedEvent(await tell(conversations));
    }
  } finally {
    closing?.removeEventListener('abort', end);
    for (const stop of deaf) stop();
  }
}

function changedEvent(told: unknown): string {
  return `event: changed\ndata: ${JSON.stringify(told)}\n\n`;
}

const retryMs = 3000;
const togetherMs = 300;
const beatMs = 20_000;
/** With nothing happening, ten minutes. */
const mostBeats = 30;
const mostNamed = 200;
