import { z } from 'zod';

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

/** What hearing.yaml says now: a folder of before, which still has it here, is read all the same. */
function readNoMore<const K extends string>(keys: readonly K[]): Record<K, z.ZodOptional<z.ZodUnknown>> {
  return Object.fromEntries(keys.map((key) => [key, z.unknown().optional()])) as Record<K, z.ZodOptional<z.ZodUnknown>>;
}

/** `knowledge/reading/<lang>.yaml`: commands, yes and no, and the ways to say each value of a field. */
export const ReadingFile = z.strictObject({
  yes: Words,
  /** To a question that may be left out. */
  skip: Words,
  /** Yes to what is offered ("shall I?"), no answer to a question of fact. */
  agreed: Words,
  no: Words,
  unknown: Words,
  commands: z.record(z.enum(commandNames), Words),
  helpful: Words,
  unhelpful: Words,
  /** Asking for a language: ISO 639-1 → ways to ask. */
  languages: WordsByLanguage,
  /** Dropped from either end before a command is compared. */
  fillers: Words,
  cues: z.strictObject({
    correction: Words,
    followUp: Words,
    question: Words,
    /** Words that stand for what was spoken of: "it", "one". */
    reference: Words,
    /** In the middle of a sentence, opens another question: "and how". */
    anotherQuestion: Words,
    /** Speaking of oneself: what is told is the student's own case. */
    self: Words,
    ...readNoMore(['elapsed', 'remaining', 'until', 'negation', 'added', 'insured', 'age']),
  }),
  ...readNoMore(['respelled', 'measured', 'stays', 'courtesy', 'cities', 'mentions']),
  /** "the second one" → 2; −1 is the last. */
  ordinals: z.record(z.string(), z.number().int()),
  /** What is asked → whole messages that ask it and do not say about what: "by when?". */
  elliptical: WordsByField,
  /** Field → ways to speak of it without telling a value: "and if I stay longer?", "change my nationality". */
  fields: WordsByField,
});
export type ReadingFile = z.infer<typeof ReadingFile>;

const SafetyKind = z.strictObject({
  call: z.array(z.string()).min(1),
  always: WordsByLanguage,
  mostly: WordsByLanguage.optional(),
});

/** `knowledge/safety.yaml`: words of danger and what is said first. */
export const SafetyFile = z.strictObject({
  kinds: z.record(z.string(), SafetyKind),
  /** Figures of speech, left out before anything is looked for: "dying to know". */
  figures: Words,
  unless: Words,
  reply: z.record(z.string().regex(/^[a-z]{2}$/), z.record(z.string(), z.string())),
});
export type SafetyFile = z.infer<typeof SafetyFile>;

/** `knowledge/other-languages.yaml`: said in a language that has no answers yet. */
export const OtherLanguagesFile = z.record(z.string().regex(/^[a-z]{2}$/), z.string().min(10));
export type OtherLanguagesFile = z.infer<typeof OtherLanguagesFile>;
