import type { Danger, DangerDegree, DangerKind } from '../core/danger/index.ts';
import type { Day } from '../core/day.ts';
import type { Moment } from '../core/opening.ts';
import type { SourceLine } from '../voice/speaker.ts';

/** What a channel makes of its wire format. `text` is what the person wrote, as it came. */
export type Incoming = {
  readonly conversation: string;
  /** The delivery's own id: the same one twice is answered once. */
  readonly id: string;
  readonly text: string;
  /** BCP 47, a prior and not an order. */
  readonly locale?: string | undefined;
  readonly channel: string;
  /** The day to answer for. */
  readonly on: Day;
  /**
   * `join`: somebody opened the conversation and has said nothing yet. `language`: the page around the conversation was turned to
   * `locale`, without a word.
   */
  readonly kind?: 'message' | 'join' | 'language' | undefined;
  /**
   * The days that the marks `[born: 22 years]` of the text stand for, where a form has asked for the age. Kept as the fact that
   * was asked for, and nowhere else.
   */
  readonly born?: readonly Day[] | undefined;
  /** What the door has heard already in a whole of which this is a part; null: nothing. Else the turn listens itself. */
  readonly danger?: Danger | null | undefined;
  /** What the desk's clock shows; without it nobody is told by when a person answers. */
  readonly moment?: Moment | undefined;
  /** How the hand-over of this conversation stands, where there is one. */
  readonly atDesk?: AtDesk | null | undefined;
};

/** A hand-over as a turn sees it. */
export type AtDesk = {
  readonly reference: string;
  readonly closed: boolean;
  /** Who has it, as students may call them; null while nobody does. */
  readonly holder: string | null;
  /** When the holder acted last, ISO 8601: names the act, and is compared with nothing. */
  readonly act: string | null;
  /** Minutes since then. */
  readonly idleMinutes: number | null;
  /** Whole days since it was closed. */
  readonly closedDays: number | null;
};

/** Channel-neutral: every channel renders all of it, or says in words what it cannot show. */
export type Reply = {
  readonly language: string;
  /** Markdown. Complete without the card. */
  readonly text: string;
  /** A quote, a decision or a check-list as data; its text form follows `text` where cards cannot be shown. */
  readonly card: Card | null;
  readonly choices: readonly Choice[];
  readonly sources: readonly SourceLine[];
  /** The name of the fact that this reply asks for, or null. */
  readonly asking: string | null;
  readonly handover: { readonly reference: string } | null;
  /** Whether the person is asked if this helped. */
  readonly feedback: boolean;
  /** The person's own words where they stand in the text or the card, word for word: what is mailed is the desk's alone. */
  readonly quotes?: readonly string[];
};

/** A reply of text alone, and what else it has. */
export function replyOf(language: string, text: string, rest: Partial<Reply> = {}): Reply {
  return {
    language,
    text,
    card: null,
    choices: [],
    sources: [],
    asking: null,
    handover: null,
    feedback: false,
    ...rest,
  };
}

/** `value` sent back word for word selects the choice; so does `label`. */
export type Choice = { readonly label: string; readonly value: string };

export type Card = {
  readonly kind: 'quote' | 'decision' | 'checklist';
  readonly title: string;
  /** In the order in which they are read. */
  readonly sections: readonly Section[];
};

/**
 * A label and what stands beside it. Of a bill, `amount` is the sum of money in the text, which stands at the line's end, and
 * `total` the line that the others come to.
 */
export type Row = {
  readonly label: string;
  readonly text: string;
  readonly amount?: string;
  readonly total?: true;
};

export type Section = {
  readonly heading: string | null;
  readonly rows: readonly Row[];
  readonly items: readonly { readonly text: string; readonly url: string | null }[];
  /** The items follow one another: they are numbered. */
  readonly ordered?: true;
  /** Shut until it is opened by its heading, which it has; open where nothing can be opened, as in a mail. */
  readonly folded?: true;
  /** The documents behind the reply: they are not listed once more beside the card. */
  readonly sources?: true;
};

/** What a bill's line says beside its amount: `99 € (cover from …)` without both. */
export function noteOf({ text, amount }: Row): string {
  return amount === undefined
    ? ''
    : text
        .replace(amount, '')
        .trim()
        .replace(/^\((.*)\)$/u, '$1');
}

/** The sources that stand on no card yet. */
export function sourcesBeside({ card, sources }: Reply): readonly SourceLine[] {
  return card?.sections.some((section) => section.sources === true) ? [] : sources;
}

/** `held`: a colleague has the conversation, and nothing was said. */
export type TurnDecision =
  'answer' | 'clarify' | 'dialog' | 'decline' | 'gap' | 'smalltalk' | 'emergency' | 'command' | 'handover' | 'held';

/** What the journal keeps and staff see: why this reply. Field names are a contract. */
export type Trace = {
  readonly decision: TurnDecision;
  readonly intent: string | null;
  readonly intents: readonly {
    readonly intent: string | null;
    readonly decision: TurnDecision;
    readonly score: number | null;
  }[];
  readonly score: number | null;
  readonly runnerUp: { readonly intent: string; readonly score: number } | null;
  readonly language: string;
  /** The language that was spoken, where it is another than that of the answer. */
  readonly spoken?: string;
  readonly asking: string | null;
  /** The core's decision as data, when one was taken. */
  /** What was heard in the message, and whose it is; absent in traces of older versions. */
  readonly facts?: readonly HeardFact[];
  readonly outcome: unknown;
  /** Danger in the message: what degree and kind, the words that spoke, and the language that the numbers are said in. */
  readonly danger: {
    readonly degree: DangerDegree;
    readonly kind: DangerKind;
    readonly words: readonly string[];
    readonly language: string;
  } | null;
  readonly sources: readonly string[];
  /** Which listener of the turn spoke; missing in what was kept before they had names. */
  readonly listener?: string | null;
  /** The hash of the knowledge that answered. */
  readonly knowledge: string;
};

/** What a turn wants done outside; carried out at the edge. */
export type Effect =
  | {
      readonly kind: 'handover';
      readonly reference: string;
      readonly reason: string;
      readonly facts: Readonly<Record<string, unknown>>;
    }
  /** What was told after the hand-over: what it is about and what was tried, where to go on; null for what was skipped. */
  | {
      readonly kind: 'handover-note';
      readonly reference: string;
      readonly note: { readonly concern: string | null; readonly way: string | null };
    }
  /** A closed hand-over is the desk's again. */
  | { readonly kind: 'reopen'; readonly reference: string }
  | {
      readonly kind: 'feedback';
      readonly about: string | null;
      readonly helpful: boolean;
      readonly comment: string | null;
    }
  | { readonly kind: 'erase' };

/** One fact of the trace: a field of contracts.md, its value, the words that told it, and whose it is. */
export type HeardFact = {
  readonly field: string;
  readonly value: unknown;
  readonly words: string;
  readonly for: 'student' | 'other';
};
