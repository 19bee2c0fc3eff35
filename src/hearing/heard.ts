import type { Day } from '../core/day.ts';

/** How a fact was told: by its own words, as the answer to the question just asked, or by its place in the sentence alone. */
export type Cue = 'full' | 'asked' | 'weak';

/** Something told: a field of contracts.md and its value, the words that told it, and whose it is. */
export type Heard = {
  readonly field: string;
  readonly value: unknown;
  readonly words: string;
  readonly for: 'student' | 'other';
  readonly cue: Cue;
};

/** Something told that cannot be taken: two readings (`two`), or half of what the question needs (`half`). */
export type Unclear = {
  readonly field: string;
  readonly why: 'two' | 'half';
  readonly readings: readonly Reading[];
};

/** One thing that words may tell: of the field that is unclear, or of another: "until July", the card or the stay. */
export type Reading = { readonly field?: string; readonly value: unknown; readonly words: string };

export type HeardText = {
  readonly facts: readonly Heard[];
  /** Whether the question asked is answered: by its own field, or by others that say the same. Null when none was asked. */
  readonly enough: boolean | null;
  readonly unclear: readonly Unclear[];
};

/** What a text is heard for. */
export type Hearing = {
  hear(text: string, asked: Question): HeardText;
  /** Whose case it speaks of, by its words alone. */
  whose(text: string, spoken: Pick<Question, 'language' | 'on' | 'about'>): CaseSpoken;
};

/** Whose case a text says that it is about. A person is the word that names them, empty where none does. */
export type CaseSpoken = {
  /** "And me?" */
  readonly turnsToSelf: boolean;
  /** The person it is asked or told for: "does my brother have to", "for my sister: …". */
  readonly askedFor: string | null;
  /** Whether they are named there: "does my brother have to"; "does she have to" is asked of whoever was named last. */
  readonly byName: boolean;
  /** Whether such words are all that it says. */
  readonly alone: boolean;
  /** Who is spoken of when it ends. */
  readonly endsWith: { readonly person: 'student' } | { readonly person: 'other'; readonly who: string } | null;
  /** For the student and another person at once. */
  readonly both: boolean;
};

export type Question = {
  readonly language: string;
  /** The form whose fields are listened for. */
  readonly form: string;
  /** The field just asked for. */
  readonly asked: string | null;
  readonly on: Day;
  /** The days that the marks `[born: 22 years]` stand for, in their order: known where the age was asked for. */
  readonly born?: readonly Day[];
  /** What was told before: "with RC, too" and "no, five" are said of that. */
  readonly told?: Readonly<Record<string, unknown>>;
  /** Who is heard for where it is not the student: the word that names them, empty where none does. */
  readonly about?: string | null;
};
