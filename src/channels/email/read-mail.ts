import { holdsOurLetter } from './older-letters.ts';
import { originalsOf, type Original } from './forwarded.ts';
import { parseMail, type Mail } from './parse-mail.ts';
import { visibleText, type Reading } from './visible-text.ts';

/** A mail, what it forwards, and of each what its writer wrote themselves. */
export type MailRead = {
  readonly mail: Omit<Mail, 'attachedMails'>;
  readonly words: string;
  /** Whether a letter of ours stands in it. */
  readonly quotesUs: boolean;
  /** What it forwards, in its order; of each what that one forwards. */
  readonly originals: readonly Forwarded[];
};

export type Forwarded = Omit<Original, 'originals'> & {
  readonly words: string;
  readonly originals: readonly Forwarded[];
};

/**
 * All that is made of a mail's bytes. Takes whatever time a stranger's bytes take: call it in the thread (`mail-thread.ts`).
 * @throws AppError mail/too-large, mail/too-many-parts, mail/unreadable
 */
export async function readMail(raw: Buffer, reading: Reading): Promise<MailRead> {
  const { attachedMails, ...mail } = await parseMail(raw, reading.words.stubs);
  const originals = await originalsOf({ ...mail, attachedMails }, reading.words);
  return {
    mail,
    words: visibleText(mail.text, reading, mail.from?.name ?? ''),
    quotesUs: holdsOurLetter(mail.text, reading.ours),
    originals: originals.map((original) => withWords(original, reading)),
  };
}

function withWords(original: Original, reading: Reading): Forwarded {
  return {
    ...original,
    words: visibleText(original.text, reading, original.from.name),
    originals: original.originals.map((inner) => withWords(inner, reading)),
  };
}
