import { z } from 'zod';

/** What is asked about a hand-over that was made; "no more" before "add", "still not" before all that may stand beside it. */
export const handoverCues = ['again', 'bot', 'withdraw', 'add', 'sent', 'when', 'reference'] as const;
export type HandoverCue = (typeof handoverCues)[number];

const Words = z.array(z.string().min(1)).min(1);

/** `knowledge/languages/<language>/person.yaml`: how a person of the desk is asked for. */
export const PersonFile = z.strictObject({
  person: Words,
  somebody: Words,
  reach: Words,
  call: Words,
  /** What somebody is to do who helps, and the words around it: nothing else is said. A folder of before has none. */
  help: z.array(z.string().min(1)).default([]),
  aroundHelp: z.array(z.string().min(1)).default([]),
  wish: Words,
  machine: Words,
  against: Words,
  whole: Words,
  /** Said of a person of the desk wherever it stands: "can you call me", "i said a human". A folder of before has none. */
  plainly: z.array(z.string().min(1)).default([]),
  elsewhere: Words,
  unasked: Words,
  care: Words,
  /** With a word of asking when, and nothing besides, it is asked when a person answers: "they write back", and the words around it. */
  answering: z.strictObject({ says: Words, around: Words }).optional(),
  /** In a language that is answered. Three words and more count anywhere in a short message, fewer are the whole of it. */
  handover: z.partialRecord(z.enum(handoverCues), Words).optional(),
});
export type PersonFile = z.infer<typeof PersonFile>;
