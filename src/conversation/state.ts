import type { DangerDegree, DangerKind } from '../core/danger/index.ts';
import type { Facts } from './forms/dialogs.ts';

/** One conversation's memory: plain JSON under 32 kB, so that any version of the program can read it. */
export type ConversationState = {
  readonly version: 1;
  readonly turn: number;
  readonly language: string | null;
  /** The open form's dialog stack as botbuilder-dialogs keeps it, or null. */
  readonly dialogs: unknown;
  /** The open form's question stands under an answer and nobody asked for it: another message closes it. */
  readonly beneath?: boolean;
  /** A form that was left for another one, to be offered again. */
  readonly parked: unknown;
  /** The choices that the last reply offered. */
  readonly offered: readonly { readonly label: string; readonly value: string }[];
  /** What was last answered or decided: follow-ups and corrections refer to it. It stays over turns not understood. */
  readonly last: LastAnswer | null;
  /** What was decided last, on which facts: "change my answers" refers to it whatever was asked since. */
  readonly decided?: { readonly form: string; readonly facts: Facts; readonly about?: string | null } | null;
  /** What the student told of their own case before another person's was looked at. */
  readonly own?: { readonly form: string; readonly facts: Facts } | null;
  /** The hand-over that was made last, and in which turn: "was it sent?" is about it. */
  readonly handover?: { readonly reference: string; readonly turn: number } | null;
  /** The act of a colleague's after which the student asked for the program again. */
  readonly withoutColleague?: string | null;
  /** What was told last of when a colleague answers: not said twice. */
  readonly answerTold?: string | null;
  /** The last reply's text, for "repeat". */
  readonly said: string | null;
  /** The last messages' own words, the oldest first: danger is told over several of them. */
  readonly heard?: readonly string[];
  /** Where danger was heard last, also a hint of it: who is not understood after it is not refused. */
  readonly endangered?: Endangered | null;
  /** The turn in which worry or anger was met in words last: not twice in a row. */
  readonly moodMet?: number;
  /** The language in which it was said that this is a translation: once is enough. */
  readonly translationTold?: string;
  /** Turns in a row that were not understood. */
  readonly misses: number;
  /** The reply that asks whether it helped; after a "no", what is said next is kept as the reason. */
  readonly rating?: { readonly about: string | null; readonly stage: 'asked' | 'comment' } | null;
};

export type Endangered = { readonly turn: number; readonly kind: DangerKind; readonly degree: DangerDegree };

/** Danger that was heard a few turns ago at most: later the talk is about something else. */
export function endangeredLately({
  turn,
  endangered,
}: Pick<ConversationState, 'turn' | 'endangered'>): Endangered | null {
  return endangered != null && turn - endangered.turn <= turnsAfter ? endangered : null;
}

const turnsAfter = 4;

/** Whether the numbers stand a few turns above at most, for a hint: a faint one now adds nothing. */
export function hintedLately(state: Pick<ConversationState, 'turn' | 'endangered'>): boolean {
  return endangeredLately(state)?.degree === 'possible';
}

export type LastAnswer = {
  /** An answer's or a dialog's id. */
  readonly intent: string;
  /** With a finished dialog: the facts that it was decided on. */
  readonly facts: Facts | null;
  /** Whose case was decided: the word that names another person, else nothing. */
  readonly about?: string | null;
  /** Other answers that came close, for "that's not what I asked". */
  readonly close: readonly string[];
  /** The topics before it, the newest first: "how much?" may be about one of them. */
  readonly before?: readonly string[];
  /** Answered in the midst of a form. */
  readonly aside?: boolean;
};

/** What was spoken of, the newest first. */
export function topicsBefore({ last }: ConversationState): readonly string[] {
  if (last === null) return [];
  return [last.intent, ...(last.before ?? []).filter((topic) => topic !== last.intent)].slice(0, mostBefore);
}

const mostBefore = 3;

export const freshState: ConversationState = Object.freeze({
  version: 1,
  turn: 0,
  language: null,
  dialogs: null,
  parked: null,
  offered: [],
  last: null,
  decided: null,
  said: null,
  misses: 0,
  rating: null,
});
