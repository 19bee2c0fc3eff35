import { AppError } from '../../core/errors.ts';
import type { Journal, Written } from '../../ports/journal.ts';
import { createRecent } from './recent.ts';
import { toWire, type Author, type WireActivity } from './wire.ts';

type ActivitySet = { readonly activities: readonly WireActivity[]; readonly watermark: string };

/** A conversation as Direct Line shows it, read from the journal each time: a restart changes nothing. */
export type History = {
  /** At most a page of what stands after `after`; the watermark is where to go on. */
  since(conversation: string, after: number, user: string): Promise<ActivitySet & { readonly last: number }>;
  /** The same of entries that are at hand; null where they do not begin with the message that the others answer. */
  shown(entries: readonly Written[], user: string): (ActivitySet & { readonly last: number }) | null;
  exists(conversation: string): Promise<boolean>;
  follow: Journal['follow'];
  /** What was erased is not known any more; without a name, anything may have been. */
  forget(conversation?: string): void;
};

export function createHistory(journal: Journal, bot: Author, desk: () => Author): History {
  const known = createRecent<true>(remembered);
  return {
    async since(conversation, after, user) {
      // A few entries more than asked for: a reply at the start of a page names the message before the page.
      const before = Math.max(0, after - longestTurn);
      const entries = await journal.read(conversation, before, after - before + page);
      const last = Math.max(after, entries.at(-1)?.position ?? 0);
      const fresh = countAfter(entries, after);
      const wire = toWire(entries, { user, bot, desk: desk() });
      return { activities: wire.slice(wire.length - fresh), watermark: String(last), last };
    },

    shown(entries, user) {
      const last = entries.at(-1)?.position;
      if (last === undefined || entries[0]?.direction !== 'in') return null;
      return { activities: toWire(entries, { user, bot, desk: desk() }), watermark: String(last), last };
    },

    async exists(conversation) {
      if (known.get(conversation) !== undefined) return true;
      const there = (await journal.read(conversation, 0, 1)).length > 0;
      if (there) known.set(conversation, true);
      return there;
    },

    follow: (conversation, heard) => journal.follow(conversation, heard),
    forget(conversation) {
      if (conversation === undefined) known.clear();
      else known.delete(conversation);
    },
  };
}

/** @throws AppError input/invalid. None, or the `-` that some clients send, is the beginning: nothing is left out. */
export function readWatermark(text: string | null | undefined): number {
  if (text === null || text === undefined || text === '' || text === '-') return 0;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new AppError('input/invalid', 'A watermark is the number that the last answer gave.', { path: 'watermark' });
}

function countAfter(entries: readonly Written[], after: number): number {
  return entries.filter((entry) => entry.position > after).length;
}

const page = 100;
const remembered = 20_000;
/** A turn says far fewer things than this after one message. */
const longestTurn = 8;
