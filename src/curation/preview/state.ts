import type { MessageDifference } from './messages.ts';
import type { RenderedDifference } from './rendered.ts';

/** How far a preview is, and what it found until now. */
export type PreviewState = {
  readonly stage: 'reading' | 'learning' | 'comparing' | 'done' | 'failed';
  /** Distinct messages compared, newest first, of all that were logged (each time they were sent). */
  readonly compared: number;
  readonly read: number;
  readonly logged: number;
  /** The newest messages are through: what is shown is what matters most; the rest goes on. */
  readonly newestDone: boolean;
  readonly messages: readonly MessageDifference[];
  /** Also those that are too many to show. */
  readonly messagesDiffering: number;
  readonly rendered: readonly RenderedDifference[];
  readonly questions: Questions | null;
  readonly problem: string | null;
};

export type Questions = {
  readonly asked: number;
  readonly rightBefore: number;
  readonly rightAfter: number;
  readonly differing: readonly QuestionDifference[];
};

/** An evaluation question that is answered otherwise; `before` and `after` as `right: gp-price`. */
export type QuestionDifference = {
  readonly text: string;
  readonly language: string;
  readonly expected: readonly string[];
  readonly before: string;
  readonly after: string;
  readonly turn: 'better' | 'worse' | 'other';
};

export const startOfPreview: PreviewState = Object.freeze({
  stage: 'reading',
  compared: 0,
  read: 0,
  logged: 0,
  newestDone: false,
  messages: [],
  messagesDiffering: 0,
  rendered: [],
  questions: null,
  problem: null,
});

/** What the thread tells: fields that changed, and messages found since. */
export type PreviewNews = { readonly set?: Partial<PreviewState>; readonly found?: readonly MessageDifference[] };

export function withNews(state: PreviewState, { set = {}, found = [] }: PreviewNews): PreviewState {
  return {
    ...state,
    ...set,
    messages: [...state.messages, ...found].slice(0, mostShown),
    messagesDiffering: state.messagesDiffering + found.length,
  };
}

/** More than a person reads; the count says how many there are. */
const mostShown = 300;
