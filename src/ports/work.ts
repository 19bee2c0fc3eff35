import type { Span } from './numbers.ts';

/**
 * What there is to make better, question by question: what was not understood, what no document answers, what was asked back,
 * what was answered though another answer was as near, what did not help, what a colleague judged wrong. Questions are kept as they were asked, without personal data.
 */
export type Work = {
  /** Each question once a language, with all that speaks for it; the most frequent first. */
  list(span: Span, limit: number): Promise<readonly WorkItem[]>;
  /** Done, or never to be shown again; `new` takes the mark away. */
  mark(questions: readonly Pick<WorkItem, 'question' | 'language'>[], mark: WorkMark): Promise<void>;
};

export const workKinds = Object.freeze(['decline', 'gap', 'clarify', 'near-tie', 'not-helped', 'wrong'] as const);
export type WorkKind = (typeof workKinds)[number];

/** An answer that is no surer than this beyond what came second is a near-tie. */
export const nearTieMargin = 0.25;

export const workStates = Object.freeze(['new', 'done', 'ignored'] as const);
export type WorkState = (typeof workStates)[number];

export type WorkMark = {
  readonly state: WorkState;
  readonly by: { readonly id: string; readonly name: string };
  /** ISO 8601. */
  readonly at: string;
  /** The answer or form that it belongs to, where somebody said so. */
  readonly intent: string | null;
};

export type WorkItem = {
  readonly question: string;
  readonly language: string;
  readonly kinds: readonly WorkKind[];
  readonly count: number;
  /** When it was asked or judged last. */
  readonly last: string;
  /** One conversation where it was asked, and where in it, if a colleague judged it. */
  readonly conversation: string;
  readonly position: number | null;
  /** What it was taken for, or what is right by a colleague's judgement. */
  readonly intent: string | null;
  /** What came second to it, where that was as near. */
  readonly runnerUp: string | null;
  /** What students and colleagues said was wrong. */
  readonly reasons: readonly string[];
  /** `done` until it is asked again, `ignored` for good. */
  readonly state: WorkState;
};
