import type { Verdict } from './authentication.ts';
import type { MailRead } from './read-mail.ts';

/** Why a mail gets no answer of ours. Each is noted, and the mail stays in the mailbox for a person. */
export type MailRefusal =
  | 'mail/own'
  | 'mail/bounce'
  | 'mail/automatic'
  | 'mail/list'
  | 'mail/no-sender'
  | 'mail/several-senders'
  | 'mail/forged'
  | 'mail/nothing-asked'
  | 'mail/too-many'
  | 'mail/too-large'
  | 'mail/too-many-parts'
  | 'mail/unreadable'
  | 'mail/too-costly';

/** Whether answering could start a loop or reach somebody who did not write (RFC 3834). */
export function automatic(
  { headers, from, senders, subject }: MailRead['mail'],
  envelopeFrom: string | null,
  automaticSubjects: readonly string[],
): MailRefusal | null {
  const value = (name: string) => headers.get(name)?.[0]?.toLowerCase() ?? '';
  const returnPath = headers.get('return-path')?.[0];
  const type = value('content-type');
  if (envelopeFrom === '' || returnPath === '<>' || type.startsWith('multipart/report')) return 'mail/bounce';
  if (from === null) return 'mail/no-sender';
  if (senders > 1) return 'mail/several-senders';
  if (/^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)([+-].*)?@/.test(from.address))
    return 'mail/bounce';
  const submitted = value('auto-submitted');
  if (submitted !== '' && !submitted.startsWith('no')) return 'mail/automatic';
  if (headers.has('x-autoreply') || headers.has('x-autorespond') || headers.has('x-auto-response-suppress')) {
    return 'mail/automatic';
  }
  if (headers.has('list-id') || headers.has('list-unsubscribe')) return 'mail/list';
  if (/^(bulk|list|junk|auto_reply)/.test(value('precedence'))) {
    return value('precedence').startsWith('auto') ? 'mail/automatic' : 'mail/list';
  }
  const opening = subject.toLowerCase();
  return automaticSubjects.some((start) => opening.startsWith(start)) ? 'mail/automatic' : null;
}

/** A sender that the receiving server found to be forged must not be written to: it is somebody else. */
export function forged(verdict: Verdict): MailRefusal | null {
  return verdict === 'fail' ? 'mail/forged' : null;
}
