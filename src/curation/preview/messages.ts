import { replyAsLines } from '../../conversation/result/write-as-lines.ts';
import { freshState } from '../../conversation/state.ts';
import type { Day } from '../../core/day.ts';
import type { Prepared } from '../../desk/prepare.ts';

/** A message that would be answered otherwise, asked out of the blue: what was understood, and what is said. */
export type MessageDifference = {
  readonly text: string;
  readonly language: string;
  readonly before: Said;
  readonly after: Said;
};

type Said = { readonly decision: string; readonly intent: string | null; readonly reply: string };

/**
 * Compares how a message is answered. The matcher, which is fast, says first whether both understand the same and that same
 * answer reads the same (`touched` are the answers that do not); only else both take the whole turn. `thorough` is for changes
 * of which the matcher cannot tell: phrases, words, places.
 */
export function createComparison(
  old: Prepared,
  now: Prepared,
  { on, touched, thorough }: { readonly on: Day; readonly touched: ReadonlySet<string>; readonly thorough: boolean },
): (text: string, language: string | null) => Promise<MessageDifference | null> {
  return async (text, language) => {
    const spoken = language ?? now.knowledge.languages[0];
    if (!thorough && sameUnderstanding(old, now, text, touched)) return null;
    const [before, after] = [await said(old, text, spoken, on), await said(now, text, spoken, on)];
    return before.reply === after.reply ? null : { text, language: spoken, before, after };
  };
}

function sameUnderstanding(old: Prepared, now: Prepared, text: string, touched: ReadonlySet<string>): boolean {
  const understood = ({ matcher }: Prepared): readonly string[] => {
    const { kind, ranked, candidates } = matcher.match(text);
    const named = kind === 'answer' ? ranked.slice(0, 1) : kind === 'clarify' ? candidates : [];
    return [kind, ...named.map(({ intent }) => intent)];
  };
  const before = understood(old);
  return before.join(' ') === understood(now).join(' ') && !before.some((intent) => touched.has(intent));
}

async function said({ takeTurn }: Prepared, text: string, locale: string, on: Day): Promise<Said> {
  const incoming = { conversation: 'preview', id: 'preview', text, locale, channel: 'preview', on };
  try {
    const { replies, trace } = await takeTurn(incoming, freshState);
    return { decision: trace.decision, intent: trace.intent, reply: replies.map(replyAsLines).join('\n\n') };
  } catch {
    // A turn that breaks is a difference like another.
    return { decision: 'failed', intent: null, reply: '' };
  }
}
