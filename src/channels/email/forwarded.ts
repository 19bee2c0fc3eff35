import EmailForwardParser from 'email-forward-parser';
import { AppError } from '../../core/errors.ts';
import { isMailAddress } from './mail-address.ts';
import type { MailWords } from './mail-words.ts';
import { headerBlockIn } from './older-letters.ts';
import { isForward } from './subject.ts';
import { parseMail, type Mail, type Mailbox } from './parse-mail.ts';

/** The mail that was forwarded: whose it was, and what they wrote. */
export type Original = {
  /** An empty address where the program that forwarded it left only the name. */
  readonly from: Mailbox;
  readonly subject: string;
  readonly text: string;
  /** Of an attached mail longer than is read: what stands between its ends. */
  readonly middle: string;
  /** Known only where the mail came attached. */
  readonly messageId: string | null;
  readonly attachments: number;
  /** What it forwards itself. */
  readonly originals: readonly Original[];
};

type Forwarding = Pick<Mail, 'text' | 'subject' | 'attachments' | 'attachedMails'>;

/** The originals of a forwarded mail: those attached, else the one inline. An attached one that cannot be read is none. */
export async function originalsOf(mail: Forwarding, words: MailWords, depth = 0): Promise<readonly Original[]> {
  if (depth >= mostTimes) return [];
  const attached: Original[] = [];
  for (const raw of mail.attachedMails.slice(0, mostAttached))
    attached.push(...(await originalAttached(raw, words, depth)));
  if (attached.length > 0) return attached;
  const inline = inlineOriginal(mail, words);
  if (inline === null) return [];
  const { text, subject } = inline;
  const originals = await originalsOf({ text, subject, attachments: 0, attachedMails: [] }, words, depth + 1);
  return [{ ...inline, originals }];
}

function inlineOriginal(
  { text, subject, attachments }: Forwarding,
  words: MailWords,
): Omit<Original, 'originals'> | null {
  const { forwarded, email } = new EmailForwardParser().read(text, subject);
  const known = { middle: '', messageId: null, attachments };
  const address = email.from.address?.toLowerCase() ?? '';
  const named = { subject: email.subject ?? subject, text: email.body ?? '' };
  if (forwarded && isMailAddress(address))
    return { from: { address, name: email.from.name ?? '' }, ...named, ...known };
  // Outlook and Exchange write the names of colleagues without their addresses.
  const block = isForward(subject, words) ? headerBlockIn(text.split('\n'), words) : null;
  if (block === null) return null;
  const { from, body } = block;
  const found = /[^\s<>"()[\]]+@[^\s<>"()[\]]+/.exec(from)?.[0].toLowerCase() ?? '';
  const name = from.replaceAll(/[<[(][^>\])]*[>\])]|["*]/g, '').trim();
  return {
    from: { address: isMailAddress(found) ? found : '', name },
    subject: block.subject || subject,
    text: body,
    ...known,
  };
}

async function originalAttached(raw: Buffer, words: MailWords, depth: number): Promise<readonly Original[]> {
  try {
    const mail = await parseMail(raw, words.stubs);
    const { from, replyTo, subject, text, middle, messageId, attachments } = mail;
    const writer = replyTo ?? from;
    if (writer === null) return [];
    const originals = await originalsOf(mail, words, depth + 1);
    return [{ from: writer, subject, text, middle, messageId, attachments, originals }];
  } catch (problem) {
    if (problem instanceof AppError) return [];
    throw problem;
  }
}

/** A colleague's, who forwarded it to a colleague, who forwarded it to the desk: nobody's goes further. */
const mostTimes = 4;
/** More are a matter for a person. */
const mostAttached = 10;
