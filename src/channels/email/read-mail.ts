import { originalOf, type Original } from './forwarded.ts';
import { parseMail, type Mail } from './parse-mail.ts';
import { visibleText } from './visible-text.ts';

/** A mail, what it forwards, and of both what its writer wrote themselves. */
export type MailRead = {
  readonly mail: Omit<Mail, 'attachedMails'>;
  readonly words: string;
  readonly original: (Original & { readonly words: string }) | null;
};

/**
 * All that is made of a mail's bytes. Takes whatever time a stranger's bytes take: call it in the thread (`mail-thread.ts`).
 * @throws AppError mail/too-large, mail/too-many-parts, mail/unreadable
 */
export async function readMail(raw: Buffer, closings: readonly string[]): Promise<MailRead> {
  const { attachedMails, ...mail } = await parseMail(raw);
  const original = await originalOf({ ...mail, attachedMails });
  return {
    mail,
    words: visibleText(mail.text, closings),
    original: original === null ? null : { ...original, words: visibleText(original.text, closings) },
  };
}
