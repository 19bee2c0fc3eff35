import { z } from 'zod';
import type { DangerDegree, DangerKind } from '../core/danger/index.ts';

/** The files that say how people speak to the desk, apart from what it answers. */

const Words = z.array(z.string().min(1));
const WordsByField = z.record(z.string(), Words);
const WordsByLanguage = z.record(z.string().regex(/^[a-z]{2}$/), Words);

export const commandNames = [
  'cancel',
  'back',
  'restart',
  'why',
  'options',
  'repeat',
  'human',
  'help',
  'known',
  'erase',
  'notThat',
  'none',
  'summary',
  'resume',
  'mail',
] as const;
export type CommandName = (typeof commandNames)[number];

/** Asking for a person has a file of its own; a folder of before, which still has it here, is read all the same. */
const Commands = z.preprocess(
  (value) =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'human'))
      : value,
  z.record(z.enum(commandNames).exclude(['human']), Words),
);

/** What hearing.yaml says now: a folder of before, which still has it here, is read all the same. */
function readNoMore<const K extends string>(keys: readonly K[]): Record<K, z.ZodOptional<z.ZodUnknown>> {
  return Object.fromEntries(keys.map((key) => [key, z.unknown().optional()])) as Record<K, z.ZodOptional<z.ZodUnknown>>;
}

/** `knowledge/languages/<language>/reading.yaml`: commands, yes and no, and the ways to say each value of a field. */
export const ReadingFile = z.strictObject({
  yes: Words,
  /** To a question that may be left out. */
  skip: Words,
  /** Yes to what is offered ("shall I?"), no answer to a question of fact. */
  agreed: Words,
  no: Words,
  unknown: Words,
  /** Taking leave: good-byes, thanks, and what adds nothing to them: "for your help". */
  goodbye: z
    .strictObject({ words: Words, thanks: Words, around: Words })
    .default({ words: [], thanks: [], around: [] }),
  /** What says only that the reply was read: "got it", "hm". */
  acknowledges: Words.default([]),
  /** How little haste there is: "it is not urgent". */
  unhurried: Words.default([]),
  /** Greeting anew, by somebody who was here before: the whole of a message. */
  greetsAgain: Words.default([]),
  commands: Commands,
  helpful: Words,
  unhelpful: Words,
  /** Asking for a language: ISO 639-1 → ways to ask. */
  languages: WordsByLanguage,
  /** What stands around a language where it is asked for: "could you answer". */
  languageAsked: Words.default([]),
  /** Dropped from either end before a command is compared. */
  fillers: Words,
  cues: z.strictObject({
    correction: Words,
    /** In a form: why its question is asked, and what its words mean. */
    asksWhy: Words.default([]),
    asksMeaning: Words.default([]),
    followUp: Words,
    question: Words,
    /** Words that stand for what was spoken of: "it", "one". */
    reference: Words,
    /** In the middle of a sentence, opens another question: "and how". */
    anotherQuestion: Words,
    /** Joins another question, whatever it opens with: "by the way". */
    joins: Words.default([]),
    /** In words: less is no question of its own beside another. */
    shortestQuestion: z.number().int().positive().default(3),
    /** Asks in a sentence without a question mark: "I would like to know". */
    request: Words.default([]),
    /** Says that one does not know or wants to, before what is asked: "it is not clear to me". */
    doubts: Words.default([]),
    /** Opens what is asked in another sentence: "whether", "which". */
    whether: Words.default([]),
    /** Opens a reason or a condition: "because", "as long as"; what follows it asks nothing by itself. */
    circumstances: Words.default([]),
    /** Before two ends: "between May and July". */
    between: Words.default([]),
    /** Opens nothing but a question, also without its mark: "do i", "how much". */
    opensQuestion: Words.default([]),
    /** Asks wherever it stands in a sentence: "est-ce que", "需不需要". */
    asksAnywhere: Words.default([]),
    /** Opens the other half of a choice, which is no question of its own: "… or the university's?" */
    alternatives: Words.default([]),
    /** Ends one: "ça se rembourse comment". */
    closesQuestion: Words.default([]),
    /** Opens what is concluded from what was said: "so", "that means". */
    concludes: Words.default([]),
    /** In a form, wherever it stands: no more of its questions. */
    leavesForm: Words.default([]),
    /** Questions that ask nothing of the desk's subjects: "can you help me", "is that normal". */
    asksNothing: Words.default([]),
    /** Words for what is asked, in what only says that something will be: "I have two questions: …". */
    announces: Words.default([]),
    /** Names of our subject beside its terms: "insured", "refund". */
    ours: Words.default([]),
    /** Opens what one wants to have: "I need". */
    wish: Words.default([]),
    /** Speaking of oneself: what is told is the student's own case. */
    self: Words,
    ...readNoMore(['elapsed', 'remaining', 'until', 'negation', 'added', 'insured', 'age']),
  }),
  ...readNoMore(['respelled', 'measured', 'stays', 'courtesy', 'cities', 'mentions']),
  /** "the second one" → 2; −1 is the last. */
  ordinals: z.record(z.string(), z.number().int()),
  /** What is asked → whole messages that ask it and do not say about what: "by when?". */
  elliptical: WordsByField,
  /**
   * A question after an answer that names no subject is put together of these: words of asking by the kind of thing they ask, what is
   * asked about it ("where … send"), and the words around them.
   */
  bare: z
    .strictObject({ asks: WordsByField, about: WordsByField, around: Words })
    .default({ asks: {}, about: {}, around: [] }),
  /** Whether an answer holds for one's family too: "is it the same", and who is asked for. */
  sameFor: z.strictObject({ same: Words, kin: Words }).default({ same: [], kin: [] }),
  /** What says that a number is an age: "years old", "over"; and the words around it that name no subject: "same". */
  ages: z.strictObject({ says: Words, around: Words }).default({ says: [], around: [] }),
  /**
   * Several things asked about by their names: what asks of one what it is, other ways to ask, the words around names, and what
   * stands for all of them right after: "both".
   */
  things: z.strictObject({ ask: z.string().min(1), asks: Words, around: Words, each: Words }).optional(),
  /** What is shown, that it was sent, and whether it is seen: "photo", "I send you", "can you see". */
  pictures: z.strictObject({ names: Words, sent: Words, seen: Words }).default({ names: [], sent: [], seen: [] }),
  /** First word of the ids of a subject → its short names, each in full, and words that say another thing is meant: "bank card". */
  shortNames: z
    .record(z.string(), z.strictObject({ full: z.record(z.string(), z.string()), unless: Words }))
    .default({}),
  /** Field → ways to speak of it without telling a value: "and if I stay longer?", "change my nationality". */
  fields: WordsByField,
});
export type ReadingFile = z.infer<typeof ReadingFile>;

const Concept = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*$/, 'a meaning of languages/<language>/safety.yaml: lower-case words with hyphens');
const Sign = z
  .string()
  .regex(
    /^[a-z-]+(\|[a-z-]+)*( \+ [a-z-]+(\|[a-z-]+)*)*( \/ \d+)?$/,
    'meanings with "+" between them, "|" for either, "/ 6" for at most six words apart',
  );
const byKind = <Schema extends z.ZodType>(schema: Schema) =>
  z.strictObject({ life: schema, fire: schema, violence: schema, 'self-harm': schema } satisfies Record<
    DangerKind,
    Schema
  >);
const byDegree = <Schema extends z.ZodType>(schema: Schema) =>
  z.strictObject({ certain: schema, possible: schema } satisfies Record<DangerDegree, Schema>);

/** `knowledge/safety.yaml`: how danger is told, the same in all languages. */
export const SafetyFile = z.strictObject({
  /** The languages in which danger is heard: each has its `languages/<language>/safety.yaml` and `danger.jsonl`. */
  languages: z.array(z.string().regex(/^[a-z]{2}$/)).min(1),
  signs: byKind(byDegree(z.array(Sign))),
  excuses: z.array(Concept),
  asides: z.array(Concept),
  /** Ids of answers whose phrasings speak of danger themselves. */
  notOrdinary: Words,
});
export type SafetyFile = z.infer<typeof SafetyFile>;

/** `knowledge/languages/<language>/safety.yaml`: how danger is spoken of in a language, and what is said first. */
export const SafetyWordsFile = z.strictObject({
  replies: byDegree(byKind(z.string().min(10))).extend({
    /** To a faint or vague hint, whatever its kind; without it, what is said to what is possible. */
    faint: z.string().min(10).optional(),
  }),
  /** What is told every day of one's own case, and is no danger. */
  ordinary: Words.optional(),
  words: z.record(Concept, Words),
});
export type SafetyWordsFile = z.infer<typeof SafetyWordsFile>;

/** `knowledge/other-languages.yaml`: said in a language that has no answers yet. */
export const OtherLanguagesFile = z.record(z.string().regex(/^[a-z]{2}$/), z.string().min(10));
export type OtherLanguagesFile = z.infer<typeof OtherLanguagesFile>;
