import type { Log } from '../ports/log.ts';
import type { Numbers } from '../ports/numbers.ts';

/** How often each answer was asked for of late, by its id. */
export type OftenAsked = ReadonlyMap<string, number>;

/**
 * Counted anew once an hour, beside the page that asks: no visitor waits for it, and a database that is away leaves what was
 * known.
 */
export function createOftenAsked(parts: {
  readonly numbers: Pick<Numbers, 'questions'>;
  readonly clock: () => Date;
  readonly log: Pick<Log, 'warn'>;
}): () => OftenAsked {
  const { numbers, clock, log } = parts;
  let known: OftenAsked = new Map();
  let countedAt = -Infinity;
  const count = async (now: number): Promise<void> => {
    const span = { from: new Date(now - days * 86_400_000).toISOString(), until: new Date(now).toISOString() };
    const counts = new Map<string, number>();
    for (const { key, count } of await numbers.questions('intent', span))
      if (key !== null) counts.set(key, (counts.get(key) ?? 0) + count);
    known = counts;
  };
  return () => {
    const now = clock().getTime();
    if (now - countedAt >= hour) {
      countedAt = now;
      void count(now).catch((err: unknown) => {
        log.warn({ code: 'storage/failed', err }, 'what is asked most could not be counted');
      });
    }
    return known;
  };
}

const hour = 3_600_000;
/** A season: what is asked in September is not asked in May. */
const days = 60;
