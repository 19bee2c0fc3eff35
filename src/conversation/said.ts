import type { Danger, HearDanger } from '../core/danger/index.ts';
import type { Matcher } from '../core/matching/matcher.ts';
import type { Knowledge } from '../knowledge/schema.ts';
import type { Dialogs } from './forms/dialogs.ts';
import type { Card, Choice, Effect, Incoming, TurnDecision } from './reply.ts';
import type { Params, Speaker } from '../voice/speaker.ts';
import type { ConversationState } from './state.ts';

/** What every part of a turn works with. */
export type TurnParts = {
  readonly knowledge: Knowledge;
  readonly matcher: Matcher;
  readonly speaker: Speaker;
  readonly dialogs: Dialogs;
  readonly hearDanger: HearDanger;
};

/** One turn: what came in, where the conversation stands, the language to answer in. */
export type Situation = TurnParts & {
  readonly incoming: Incoming;
  readonly state: ConversationState;
  readonly language: string;
  /** The language of the message, also one that has no answers. */
  readonly spoken: string;
  /** What was heard in the whole of what came in, before anything else. */
  readonly danger: Danger | null;
  readonly whose: WhoseCase;
};

/** The same turn, had only this come in: a part of the message, or a question made of it. */
export function withText(situation: Situation, text: string): Situation {
  return { ...situation, incoming: { ...situation.incoming, text } };
}

/** Whose case a message is about. */
export type WhoseCase = {
  /** The word that names another person, null for the student's own. */
  readonly about: string | null;
  /** Whether it says so: "and me?", "for my sister". */
  readonly turned: boolean;
  /** Whether it says nothing else. */
  readonly alone: boolean;
  /** Whether another person's is asked about beside the student's own. */
  readonly also: boolean;
};

/** What a turn comes to, before it becomes a Reply, a Trace and the next state. */
export type Said = {
  /** Who spoke; the turn fills it in. */
  readonly listener?: string;
  readonly decision: TurnDecision;
  readonly intent: string | null;
  readonly text: string;
  readonly card: Card | null;
  readonly choices: readonly Choice[];
  readonly asking: string | null;
  readonly outcome: unknown;
  /** Ids of the ledger that were stated: they become the sources. */
  readonly facts: readonly string[];
  readonly score: number | null;
  readonly runnerUp: { readonly intent: string; readonly score: number } | null;
  readonly intents: readonly {
    readonly intent: string | null;
    readonly decision: TurnDecision;
    readonly score: number | null;
  }[];
  readonly handover: { readonly reference: string } | null;
  /** Whether to ask if this helped. */
  readonly feedback: boolean;
  /** The person's own words in the text or the card. */
  readonly quotes: readonly string[];
  /** What changes in the conversation's memory. */
  readonly next: Partial<ConversationState>;
  readonly effects: readonly Effect[];
};

export function said(decision: TurnDecision, text: string, rest: Partial<Said> = {}): Said {
  return {
    decision,
    text,
    intent: null,
    card: null,
    choices: [],
    asking: null,
    outcome: null,
    facts: [],
    score: null,
    runnerUp: null,
    intents: [],
    handover: null,
    feedback: false,
    quotes: [],
    next: {},
    effects: [],
    ...rest,
  };
}

/** A sentence of `knowledge/languages/<language>/phrases/conversation.yaml`. */
export function phrase(situation: Situation, key: string, values: Params = {}): string {
  return situation.speaker.say(situation.language, `conversation:${key}`, values, situation.incoming.on);
}

export function dialogTurn({ incoming, language, whose }: Situation) {
  const { on, born } = incoming;
  return { language, on, about: whose.about, ...(born !== undefined && { born }) };
}
