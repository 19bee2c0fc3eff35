import type { JournalEntry } from '../../ports/journal.ts';

/** A Direct Line activity as clients see it. */
export type WireActivity = Readonly<Record<string, unknown>> & { readonly id: string; readonly type: string };

export type Kept = JournalEntry & { readonly position: number };

/** The bot as it stands in activities. */
export type Speaker = { readonly id: string; readonly name: string };

/** `conversation|0000001`: in order, and a watermark is its number. */
export function activityId(conversation: string, position: number): string {
  return `${conversation}|${String(position).padStart(7, '0')}`;
}

/** The delivery's id of a conversation's opening, which greets: the same one twice greets once. */
export function openingId(conversation: string): string {
  return `open-${conversation}`;
}

/**
 * Kept entries as activities. An incoming message keeps the client's own id in `channelData.clientActivityID`, by which
 * the client that sent it knows it again; a reply names the message that it answers.
 */
export function toWire(entries: readonly Kept[], to: { readonly user: string; readonly bot: Speaker }): WireActivity[] {
  let asked: string | null = null;
  return entries.map((entry) => {
    const id = activityId(entry.conversation, entry.position);
    if (entry.direction === 'in') asked = id;
    const shown = shownBy(entry);
    return {
      ...shown,
      type: typeof shown['type'] === 'string' ? shown['type'] : 'message',
      id,
      timestamp: entry.at,
      channelId: 'directline',
      conversation: { id: entry.conversation },
      ...(entry.direction === 'in'
        ? { from: { id: to.user, name: '', role: 'user' }, channelData: { clientActivityID: entry.activity } }
        : { from: { ...to.bot, role: 'bot' }, ...(asked === null ? {} : { replyToId: asked }) }),
    };
  });
}

function shownBy(entry: Kept): Readonly<Record<string, unknown>> {
  // Nobody said an opening: it takes a position, and clients show nothing for it.
  if (entry.direction === 'in' && entry.activity === openingId(entry.conversation)) {
    return { type: 'event', name: 'conversation/opened' };
  }
  const bare = { type: 'message', text: entry.text };
  if (entry.activityJson === null) return bare;
  const kept: unknown = JSON.parse(entry.activityJson);
  return typeof kept === 'object' && kept !== null ? { ...bare, ...kept } : bare;
}
