import { replyAsLines } from '../conversation/result/write-as-lines.ts';
import type { ReplayedTurn } from './replay-conversation.ts';

/** A turn that comes out otherwise, as a person reads it. */
export type ChangedTurn = {
  readonly conversation: string;
  readonly position: number;
  readonly at: string;
  readonly on: string;
  readonly channel: string;
  readonly language: string;
  readonly text: string;
  readonly then: Shown;
  readonly now: Shown;
};

type Shown = { readonly decision: string; readonly intent: string | null; readonly reply: string };

/** How far a replay is, and what it found until now. */
export type ReplayState = {
  readonly stage: 'reading' | 'replaying' | 'done' | 'failed';
  readonly conversations: number;
  readonly replayed: number;
  readonly turns: number;
  readonly changed: readonly ChangedTurn[];
  /** Also those that are too many to show. */
  readonly changing: number;
  readonly problem: string | null;
};

export const startOfReplay: ReplayState = Object.freeze({
  stage: 'reading',
  conversations: 0,
  replayed: 0,
  turns: 0,
  changed: [],
  changing: 0,
  problem: null,
});

export type ReplayNews = { readonly set?: Partial<ReplayState>; readonly found?: readonly ChangedTurn[] };

export function withNews(state: ReplayState, { set = {}, found = [] }: ReplayNews): ReplayState {
  return {
    ...state,
    ...set,
    changed: [...state.changed, ...found].slice(0, mostShown),
    changing: state.changing + found.length,
  };
}

export function shownTurn(
  { conversation, position, at, on, text, then, now }: ReplayedTurn,
  { channel, otherwise }: { readonly channel: string; readonly otherwise: string },
): ChangedTurn {
  const language = now.trace?.language ?? then.trace?.language ?? otherwise;
  return { conversation, position, at, on, channel, language, text, then: shown(then), now: shown(now) };
}

function shown({ replies, trace, failed }: ReplayedTurn['then']): Shown {
  const reply = replies.map(replyAsLines).join('\n\n');
  return { decision: failed ? 'failed' : (trace?.decision ?? ''), intent: trace?.intent ?? null, reply };
}

const mostShown = 500;
