import type { Moment } from '../core/opening.ts';
import type { Prepared } from '../desk/prepare.ts';
import type { Logged, LoggedFilter } from '../ports/logged.ts';
import { readOf, replayConversation, type ReplayedTurn } from './replay-conversation.ts';
import { shownTurn, type ReplayNews } from './state.ts';

export type ReplayWhat = {
  readonly filter: LoggedFilter;
  /** Conversations at most, the newest. */
  readonly limit: number;
  readonly momentOf: (instant: Date) => Moment;
};

/**
 * Replays logged conversations, newest first, and tells each turn that comes out otherwise. With `before`, the state of the
 * knowledge that was corrected, only those that come out otherwise because of the correction.
 */
export async function replayLogged(
  { now, before }: { readonly now: Prepared; readonly before: Prepared | null },
  logged: Logged,
  { filter, limit, momentOf }: ReplayWhat,
  tell: (news: ReplayNews) => void,
): Promise<void> {
  const conversations = await logged.conversations(filter, limit);
  tell({ set: { stage: 'replaying', conversations: conversations.length } });
  let turns = 0;
  for (const [index, conversation] of conversations.entries()) {
    const entries = await logged.entries(conversation);
    const replayed = await replayConversation(entries, now.takeTurn, momentOf);
    const changed = replayed.filter((turn) => turn.changed);
    const due =
      before === null || changed.length === 0
        ? changed
        : becauseOf(changed, await replayConversation(entries, before.takeTurn, momentOf));
    turns += replayed.length;
    const shownAs = { channel: entries[0]?.channel ?? '', otherwise: now.knowledge.languages[0] };
    const found = due.filter((turn) => isWithin(turn, filter)).map((turn) => shownTurn(turn, shownAs));
    tell({ set: { replayed: index + 1, turns }, found });
  }
}

/** The turns that came out otherwise with the knowledge before the correction as well. */
function becauseOf(changed: readonly ReplayedTurn[], before: readonly ReplayedTurn[]): readonly ReplayedTurn[] {
  const earlier = new Map(before.map((turn) => [turn.position, readOf(turn.now.replies)]));
  return changed.filter((turn) => earlier.get(turn.position) !== readOf(turn.now.replies));
}

/** A conversation is replayed whole, since its turns build on one another; only those asked about are told. */
function isWithin({ at }: ReplayedTurn, { from, until }: LoggedFilter): boolean {
  return (from === undefined || at >= from) && (until === undefined || at < until);
}
