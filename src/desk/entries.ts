import { AppError } from '../core/errors.ts';
import type { Incoming } from '../conversation/reply.ts';
import type { TurnResult } from '../conversation/result/compose-result.ts';
import type { Answered, Shown } from '../ports/desk.ts';
import type { JournalEntry } from '../ports/journal.ts';

/** A turn as the journal keeps it: the message, then what was said to it. A reply's id derives from the message's. */
export function entriesOf(
  { conversation, channel, id, text }: Incoming,
  shown: Shown | undefined,
  turn: Pick<TurnResult, 'replies' | 'trace'>,
  at: string,
): readonly JournalEntry[] {
  const about = { conversation, channel, at };
  const activityJson = shown === undefined ? null : JSON.stringify(shown);
  // Where nothing is said the reason stands with the message.
  const trace = turn.replies.length === 0 ? turn.trace : null;
  const heard: JournalEntry = { ...about, activity: id, direction: 'in', text, activityJson, reply: null, trace };
  const said = turn.replies.map((reply, index): JournalEntry => {
    const activity = `${id}/${index + 1}`;
    return { ...about, activity, direction: 'out', text: reply.text, activityJson: null, reply, trace: turn.trace };
  });
  return [heard, ...said];
}

/** What a turn answered, as its entries tell. @throws AppError storage/failed when they hold no reason */
export function answerIn(entries: readonly JournalEntry[]): Omit<Answered, 'repeated' | 'position'> {
  const said = entries.flatMap(({ reply, activity }) => (reply === null ? [] : [{ reply, activity }]));
  const trace = entries.find((entry) => entry.trace !== null)?.trace ?? null;
  if (trace === null) throw new AppError('storage/failed', 'A turn was recorded without its answer.');
  return { replies: said.map(({ reply }) => reply), trace, activities: said.map(({ activity }) => activity) };
}
