import type { Day } from '../../core/day.ts';
import type { CaseSpoken, Unclear } from '../../hearing/index.ts';
import type { Knowledge } from '../../knowledge/schema.ts';
import type { Card, Choice, HeardFact } from '../reply.ts';

/** What a student has told, by field name of the core's input. Plain JSON. */
export type Facts = Readonly<Record<string, unknown>>;

/** Which forms there are, assembly says. The one that follows a hand-over is begun by the turn itself: nobody's words start it. */
export const afterHandover = 'handover';

/** The form that an intent starts, or null. */
export function formIn({ forms }: Pick<Knowledge, 'forms'>, intent: string | null | undefined): string | null {
  return forms.find((form) => form === intent) ?? null;
}

/** One fact in words: "nationality Brazil". */
export type Told = { readonly field: string; readonly text: string };

/** What an utterance tells of a form's fields: `facts` are the student's own. */
export type ToldHere = {
  readonly facts: Facts;
  /** Those of them that were told by their place in the sentence alone. */
  readonly unsure: readonly string[];
  /** What was told and cannot be taken: two readings, or half of what the question needs. */
  readonly unclear: readonly Unclear[];
  /** Everything, as the trace names it. */
  readonly heard: readonly HeardFact[];
};

/** What was told with its own words, and not by its place in the sentence alone. */
export function sureOf({ facts, unsure }: Pick<ToldHere, 'facts' | 'unsure'>): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([field]) => !unsure.includes(field)));
}

/** Where a conversation stands in a form: kept between turns by the dialog stack, read by the turn. */
export type Standing = {
  readonly dialog: string;
  readonly facts: Facts;
  /** Whose they are: the word that names another person, null for the student's own. */
  readonly about: string | null;
  readonly asking: string | null;
  /** Whether the question is only if what was heard of `asking` is right. */
  readonly confirming: boolean;
};

/** The field that an answer is heard for: to "is that right?" a yes is no value. */
export function askedIn({ asking, confirming }: Standing): string | null {
  return confirming ? null : asking;
}

/** What a turn makes of the student's words for the open form. */
export type DialogInput =
  | ({ readonly kind: 'facts'; readonly facts: Facts } & Doubts)
  | {
      readonly kind: 'unknown' | 'back' | 'restart' | 'why' | 'means' | 'options' | 'ask-again' | 'summary' | NotTaken;
    }
  /** Asked to change one fact: it is taken back and asked again. */
  | { readonly kind: 'change'; readonly field: string }
  /** What was said back was not right: it is taken back and asked again. */
  | { readonly kind: 'take-back'; readonly fields: readonly string[] };

/** Why the question is asked once more: nothing was understood, an answer to it was not, it is another person's, or not decided yet. */
export type NotTaken = 'not-understood' | 'answer-unclear' | 'of-another' | 'undecided';

/** What of the told is not sure, and what was told and cannot be taken. */
export type Doubts = Partial<Pick<ToldHere, 'unsure' | 'unclear'>>;

/** What a form says: a part of a Reply. */
export type DialogSays = {
  readonly text: string;
  readonly card: Card | null;
  readonly choices: readonly Choice[];
  readonly asking: string | null;
  /** The core's decision as data once the form is finished, else null. */
  readonly outcome: unknown;
  /** Facts of the ledger that the outcome rests on. */
  readonly facts: readonly string[];
  /** What the outcome leaves to a person, or null. */
  readonly verify: boolean;
  /** The form's facts as they stand. */
  readonly known: Facts;
  /** Whose case it is, as `Standing` has it. */
  readonly about: string | null;
};

export type DialogTurn = {
  readonly language: string;
  readonly on: Day;
  /** As `Incoming` has it. */
  readonly born?: readonly Day[];
  /** Whom the words are heard for, and whose case a form is begun for, as `Standing` has it. */
  readonly about?: string | null;
};

/** The forms, whatever framework runs them. `stack` is plain JSON, null when no form is open. */
export type Dialogs = {
  standing(stack: unknown): Standing | null;
  /** What an utterance tells about a form's fields; `asking` is read more leniently than the others. */
  hear(dialog: string, utterance: string, asking: string | null, turn: DialogTurn, known: Facts): ToldHere;
  /** Its facts alone. */
  read(dialog: string, utterance: string, asking: string | null, turn: DialogTurn, known: Facts): Facts;
  /** Whose case an utterance speaks of, by its words alone. */
  whose(utterance: string, turn: DialogTurn): CaseSpoken;
  /** What is known, fact by fact. */
  told(dialog: string, facts: Facts, turn: DialogTurn): readonly Told[];
  /** The facts with one taken back, and what depended on it. */
  without(dialog: string, facts: Facts, field: string): Facts;
  /** `news` is what is said back: what this message told. */
  begin(
    dialog: string,
    facts: Facts,
    turn: DialogTurn,
    news?: Facts,
    doubts?: Doubts,
  ): Promise<{ readonly stack: unknown; readonly says: DialogSays }>;
  continue(
    stack: unknown,
    input: DialogInput,
    turn: DialogTurn,
  ): Promise<{ readonly stack: unknown; readonly says: DialogSays }>;
};
