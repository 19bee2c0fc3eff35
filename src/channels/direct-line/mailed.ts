import type { Reply } from '../../conversation/reply.ts';
import type { Written } from '../../ports/journal.ts';
import { withoutQuotes } from '../quoted-words.ts';
import { toText, type Say } from '../render-text.ts';

/** Answers, outcomes and what a person said; neither questions back nor greetings. */
export function worthMailing({ direction, reply, trace }: Written): boolean {
  if (direction !== 'out' || reply === null) return false;
  return trace === null || (reply.asking === null && told.has(trace.decision));
}

/** What of an entry is mailed: the desk's own text, and nothing that the student wrote. */
export function mailedText({ reply, trace }: Written, say: Say): string {
  if (reply === null) return '';
  const own = withoutQuotes(reply);
  const isHandover = reply.handover !== null || trace?.decision === 'handover' || trace?.intent === 'handover';
  return toText(isHandover ? withoutWhatWasTold(own, say) : own, { say });
}

/** Of a hand-over's card: the reference, who answers and what happens next. Named by what stays, whatever else is on it. */
function withoutWhatWasTold(reply: Reply, say: Say): Reply {
  const { card, language } = reply;
  if (card === null) return reply;
  const next = say(language, 'conversation:handover.card.next.heading');
  return {
    ...reply,
    card: { ...card, sections: card.sections.filter(({ heading }) => heading === null || heading === next) },
  };
}

const told: ReadonlySet<string> = new Set(['answer', 'dialog', 'gap', 'emergency', 'handover']);
