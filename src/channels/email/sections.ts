import type { Reply } from '../../conversation/reply.ts';
import type { DraftSection } from '../../ports/drafts.ts';
import { withQuotes } from '../quoted-words.ts';
import { toText, type Say } from '../render-text.ts';
import type { Ask } from './plan-asks.ts';

export type AnsweredAsk = {
  readonly ask: Ask;
  readonly replies: readonly Reply[];
  readonly sure: boolean;
  /** What it was answered as; null where it was not, or its parts are headed in the reply. */
  readonly title: string | null;
};

/**
 * The letter's sections: each answer under its topic's title, what has none under the question itself; one answer to two
 * questions stands once.
 * @param quoted how a person's words stand in a letter of the desk: redacted, and without links
 */
export function sectionsOf(
  answered: readonly AnsweredAsk[],
  quoted: (text: string) => string,
  say: Say,
): readonly DraftSection[] {
  const sections: DraftSection[] = [];
  for (const { ask, replies, sure, title } of answered) {
    const text = replies.map((reply) => readable(withQuotes(reply, quoted), say)).join('\n\n');
    const heading = ask.heading === null ? null : (title ?? (sure ? null : quoted(ask.heading)));
    const same = sections.findIndex((section) => section.text === text && section.heading !== null);
    const before = sections[same];
    if (before === undefined || heading === null) sections.push({ heading, text, missing: !sure });
    else if (before.heading !== heading) sections[same] = { ...before, heading: `${before.heading ?? ''} ${heading}` };
  }
  return sections;
}

/** Everything a person reads: where a chat has buttons, the words that do the same. */
function readable(reply: Reply, say: Say): string {
  const { language, asking } = reply;
  const choices = reply.choices.map(({ label }) => say(language, 'mail:choices.one', { label })).join(' · ');
  const key = asking === null ? 'mail:choices.open' : 'mail:choices.asked';
  const offered = reply.choices.length === 0 ? '' : say(language, key, { choices });
  return [toText(reply, { say }), offered].filter((part) => part !== '').join('\n\n');
}
