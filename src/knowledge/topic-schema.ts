import { z } from 'zod';
import { ConflictId, FactId, Id } from './ids.ts';
import { DayField } from './day-field.ts';

/** A topic is two kinds of files: what it is about, once for all languages, and what is said and asked in each. */

/** What a fact may be: one of these, or a number from the first on and below the last. */
const FactCase = z.union([
  z.array(z.string()).min(1),
  z.strictObject({ from: z.number().optional(), below: z.number().optional() }),
]);
export type FactCase = z.infer<typeof FactCase>;

/** `knowledge/topics/<id>.yaml`: what a topic is about. */
export const TopicFile = z.strictObject({
  kind: z.enum(['answer', 'gap', 'smalltalk', 'offtopic']),
  /** Groups topics for browsing: registration, papers, europe, quebec, costs, mutuelle, offers, cmu, contact … */
  topic: Id,
  /**
   * `fact`: one answer that is the same for whoever asks. `list`: of cases, papers, prices, places or sides, of which a reader needs
   * one. How many words each may have says `form-of-answer.ts`; steps are seen by their numbers.
   */
  form: z.enum(['fact', 'list']).default('fact'),
  /** Contradictions that this answer shows. */
  conflicts: z.array(ConflictId).default([]),
  reviewed: DayField,
  /** Topics that a person often asks next. */
  followUps: z.array(Id).max(4).default([]),
  /** A dialog offered under the answer. */
  offers: Id.optional(),
  /** It shares its question with that form: the form's first question stands under the answer. */
  opens: z.boolean().default(false),
  /** What who takes leave is answered. */
  goodbye: z.literal(true).optional(),
  /** Whose case it speaks of, by form and fact: who tells another one is not answered with it. */
  case: z.record(Id, z.record(z.string(), FactCase)).default({}),
  /** The facts that its answer states, in whichever language: the marks of each are compared with them. */
  facts: z.array(FactId).default([]),
  /** First and last day of the answer; without them it has always held, and holds until the next one. */
  days: z.strictObject({ from: DayField.optional(), until: DayField.optional() }).default({}),
  /** What holds from a day on instead: its text stands under that day in each language's file. */
  later: z
    .array(z.strictObject({ from: DayField, until: DayField.optional(), facts: z.array(FactId).default([]) }))
    .default([]),
});
export type TopicFile = z.infer<typeof TopicFile>;

/** Who read a translation, when, and `of`: the hash (checks.ts) of the text it was compared with, the first original's. */
const Checked = z.strictObject({
  by: z.string().min(1),
  on: DayField,
  of: z.string().regex(/^[0-9a-f]{16}$/, 'the first sixteen hexadecimal digits of the hash of the text'),
});
export type Checked = z.infer<typeof Checked>;

/** `knowledge/languages/<language>/checked.yaml`: who read a file of phrases, by its name. */
export const CheckedFile = z.record(z.string(), Checked);
export type CheckedFile = z.infer<typeof CheckedFile>;

/**
 * `knowledge/languages/<language>/answers/<topic>.yaml`: a topic in one language. In `answer`, a mark such as `[S2-18, X-30]`
 * after a sentence binds it to the facts it states (shown as sources, never as marks); every figure is an interpolation
 * (`{{rate gp-visit}}`).
 */
export const AnswerFile = z.strictObject({
  title: z.string().min(3).max(80),
  answer: z.string().min(10),
  /** By the first day of each of the topic's `later`: what is said from that day on. */
  later: z.record(DayField, z.string().min(10)).default({}),
  phrasings: z.array(z.string().min(2).max(400)).min(1),
  /**
   * Only in a translation: absent or null until somebody who speaks the language has read it. An original has no such field:
   * it was written in this language, and is translated from nothing. Which languages are originals `desk.yaml` says.
   */
  checked: Checked.nullable().optional(),
});
export type AnswerFile = z.infer<typeof AnswerFile>;

/** A topic as it answers: put together of its files. */
export type Answer = TopicFile & {
  readonly id: string;
  /** By language. */
  readonly title: Readonly<Record<string, string>>;
  readonly text: Readonly<Record<string, Pick<AnswerFile, 'answer' | 'later' | 'phrasings'>>>;
};
