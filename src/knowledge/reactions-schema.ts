import { z } from 'zod';

const Words = z.array(z.string().min(1)).min(1);

/** What a message makes of the last reply. */
export const reactionNames = [
  'unclear',
  'shorter',
  'sure',
  'contradicted',
  'done',
  'why',
  'todo',
  'more',
  'again',
  'notThat',
  'recall',
] as const;
export type ReactionName = (typeof reactionNames)[number];

/** In what mood a message is written, the one that needs a person most first. */
export const moodNames = ['late', 'waiting', 'angry', 'worried'] as const;
export type MoodName = (typeof moodNames)[number];

/** `knowledge/languages/<language>/reactions.yaml`: what is said to a reply, and in what mood. */
export const ReactionsFile = z.strictObject({
  /** A folder of before has fewer of them. */
  reactions: z.partialRecord(z.enum(reactionNames), Words),
  /** What may stand around a reaction and adds nothing to it. */
  around: Words,
  /** Who may have said otherwise: what stands around that reaction alone. */
  others: z.array(z.string().min(1)).default([]),
  /** How often, and with whom, something was tried: around `done` alone. */
  often: z.array(z.string().min(1)).default([]),
  /** Words that a sentence has which gives a reason. */
  because: Words,
  /** What is asked (as `elliptical` of reading.yaml) → words that a sentence has which says it. */
  tells: z.record(z.string(), Words),
  /** How a paragraph of an answer begins that tells what a page of before says. */
  olderPages: z.array(z.string().min(1)).default([]),
  mood: z.record(z.enum(moodNames), Words),
  /** Whole messages that ask nothing and tell nothing. */
  nothing: Words,
});
export type ReactionsFile = z.infer<typeof ReactionsFile>;
