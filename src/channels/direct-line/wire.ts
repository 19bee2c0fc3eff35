import type { Shown } from '../../ports/desk.ts';
import type { Written } from '../../ports/journal.ts';
import { toActivity } from '../render-activity.ts';

/** A Direct Line activity as clients see it. */
export type WireActivity = Readonly<Record<string, unknown>> & { readonly id: string; readonly type: string };

/** The bot, or the desk's people, as they stand in activities. */
export type Author = { readonly id: string; readonly name: string };

/** `conversation|0000001`: in order, and a watermark is its number. */
export function activityId(conversation: string, position: number): string {
  return `${conversation}|${String(position).padStart(7, '0')}`;
}

/** The delivery's id of a conversation's opening, which greets: the same one twice greets once. */
export function openingId(conversation: string): string {
  return `open-${conversation}`;
}

/** Nobody said an opening: it takes a position, and clients show nothing for it. */
export const openingShown: Shown = Object.freeze({ type: 'event', name: 'conversation/opened' });

export const turnedShown: Shown = Object.freeze({ type: 'event', name: 'conversation/language' });

/**
 * What of a posted message is shown again: the client's own id, by which the client that sent it knows it; with a token
 * that names no user, the user's name too.
 */
export function shownAgain(message: { readonly id: string; readonly from: string | undefined }): Shown {
  const from = message.from === undefined ? {} : { from: { id: message.from, role: 'user' } };
  return { ...from, channelData: { clientActivityID: message.id } };
}

/**
 * Journal entries as activities. A reply names the message that it answers; what was said outside a turn, and so by no
 * program, answers none and bears the desk's name.
 */
export function toWire(
  entries: readonly Written[],
  to: { readonly user: string; readonly bot: Author; readonly desk: Author },
): WireActivity[] {
  let asked: string | null = null;
  return entries.map((entry) => {
    const id = activityId(entry.conversation, entry.position);
    if (entry.direction === 'in') asked = id;
    return {
      ...(entry.direction === 'in'
        ? {
            type: 'message',
            from: { id: to.user, role: 'user' }, // What a person typed is never taken for Markdown or HTML.
            textFormat: 'plain',
            text: entry.text,
            ...shownWith(entry),
          }
        : {
            text: entry.text,
            ...rendered(entry),
            from: { ...(byAPerson(entry) ? to.desk : to.bot), role: 'bot' },
            ...(asked !== null && !byAPerson(entry) && { replyToId: asked }),
          }),
      id,
      timestamp: entry.at,
      channelId: 'directline',
      conversation: { id: entry.conversation },
    };
  });
}

/** Every turn leaves its reason; a colleague needs none. */
function byAPerson({ trace }: Written): boolean {
  return trace === null;
}

function rendered({ reply, trace }: Written): Readonly<Record<string, unknown>> & { readonly type: string } {
  if (reply === null) return { type: 'message' };
  const activity = toActivity(reply);
  const { guichet } = activity.channelData as { readonly guichet: object };
  // What has a page of its own can be shared.
  const answer = trace !== null && hasPage.has(trace.decision) ? trace.intent : null;
  return { type: 'message', ...activity, channelData: { guichet: { ...guichet, answer } } };
}

const hasPage: ReadonlySet<string> = new Set(['answer', 'gap']);

function shownWith(entry: Written): Shown {
  if (entry.activityJson === null) return {};
  const kept: unknown = JSON.parse(entry.activityJson);
  return typeof kept === 'object' && kept !== null ? (kept as Shown) : {};
}
