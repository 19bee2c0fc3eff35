import { z } from 'zod';

const Words = z.array(z.string().min(1)).default([]);

/**
 * `knowledge/languages/<language>/mail.yaml`: how mail and mail programs speak in a language, also in one that is read for
 * this alone. Compared without case, accents and punctuation; `*` stands for any words of one line.
 */
export const MailFile = z.strictObject({
  /** Parts of an address that nobody reads. */
  noReply: Words,
  /** How the subject of an automatic answer begins. */
  automatic: Words,
  /** The same, where a colon or nothing follows: a student may write of the thing itself. */
  away: Words,
  /** How the subject of an invitation or of an answer to one begins. */
  invitations: Words,
  /** Lines that close a letter: what stands under them is a signature. */
  closings: Words,
  /** Whole lines that a mail program adds: sent from a telephone, protected by a seal. */
  added: Words,
  /** How what a house writes below every letter begins: from there on nobody asks anything. */
  disclaimers: Words,
  /** All of a text part that only says that the letter is in HTML. */
  stubs: Words,
  /** The lines that stand above a letter that is quoted or forwarded. */
  headers: z.strictObject({ from: Words, sent: Words, to: Words, subject: Words }).prefault({}),
  /** What stands before the subject of an answer, without the colon. */
  prefixes: Words,
  /** The same of a forward. */
  forwards: Words,
  /** Openings of a letter to somebody whom one does not know, and to a friend: an answer opens alike. */
  greetings: z.strictObject({ formal: Words, plain: Words }).prefault({}),
  /** Subjects that say nothing of what is asked. */
  emptySubjects: Words,
});
export type MailFile = z.infer<typeof MailFile>;
