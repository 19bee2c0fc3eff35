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
export type Hearing = { hear(text: string, asked: Question): HeardText };

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
};
