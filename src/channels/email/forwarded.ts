import EmailForwardParser from 'email-forward-parser';
import { AppError } from '../../core/errors.ts';
import { parseMail, type Mail, type Mailbox } from './parse-mail.ts';

/** The mail that was forwarded: whose it was, and what they wrote. */
export type Original = {
  readonly from: Mailbox;
  readonly subject: string;
  readonly text: string;
  /** Of an attached mail longer than is read: what stands between its ends. */
  readonly middle: string;
  /** Known only where the mail came attached. */
  readonly messageId: string | null;
  readonly attachments: number;
};

/** The original of a forwarded mail, attached or inline, or null. An attached one that cannot be read is none. */
export async function originalOf(mail: Mail): Promise<Original | null> {
  const [attached] = mail.attachedMails;
  if (attached !== undefined) return originalAttached(attached);
  const { forwarded, email } = new EmailForwardParser().read(mail.text, mail.subject);
  const address = email.from.address?.toLowerCase() ?? '';
  if (!forwarded || !/^[^\s@]+@[^\s@]+$/.test(address)) return null;
  return {
    from: { address, name: email.from.name ?? '' },
    subject: email.subject ?? mail.subject,
    text: email.body ?? '',
    middle: '',
    messageId: null,
    attachments: mail.attachments,
  };
}

async function originalAttached(raw: Buffer): Promise<Original | null> {
  try {
    const { from, replyTo, subject, text, middle, messageId, attachments } = await parseMail(raw);
    const writer = replyTo ?? from;
    return writer === null ? null : { from: writer, subject, text, middle, messageId, attachments };
  } catch (problem) {
    if (problem instanceof AppError) return null;
    throw problem;
  }
}
