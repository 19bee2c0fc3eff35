import { byWebForm, type Naming } from './addressee.ts';
import type { Authentication } from './authentication.ts';
import { boxOf, isNoReply } from './mail-address.ts';
import { plain, type MailWords } from './mail-words.ts';
import type { MailRead } from './read-mail.ts';
import { bareSubject } from './subject.ts';

/** Why a mail gets no answer of ours. Each is kept and listed in the staff room, and stays in the mailbox for a person. */
export type MailRefusal =
  | 'mail/own'
  | 'mail/bounce'
  | 'mail/automatic'
  | 'mail/list'
  | 'mail/no-reply'
  | 'mail/invitation'
  | 'mail/spam'
  | 'mail/unknown-form'
  | 'mail/wants-no-answer'
  | 'mail/no-sender'
  | 'mail/several-senders'
  | 'mail/forged'
  | 'mail/nothing-asked'
  | 'mail/only-courtesy'
  | 'mail/too-many'
  | 'mail/too-large'
  | 'mail/too-many-parts'
  | 'mail/unreadable'
  | 'mail/too-costly';

/** Refused because no person wrote it, or asked anything: nobody waits for an answer. */
export const nobodyWaits: ReadonlySet<MailRefusal> = new Set([
  'mail/own',
  'mail/bounce',
  'mail/automatic',
  'mail/list',
  'mail/no-reply',
  'mail/invitation',
  'mail/spam',
  'mail/only-courtesy',
]);

type Mail = MailRead['mail'];
type About = {
  readonly envelopeFrom: string | null;
  readonly naming: Naming;
  readonly words: MailWords;
};

/** Whether answering could start a loop or reach somebody who did not write (RFC 3834). */
export function automatic(mail: Mail, { envelopeFrom, naming, words }: About): MailRefusal | null {
  const { headers, from, senders, subject, replyTo, invitation } = mail;
  const says = (name: string, value: RegExp) => (headers.get(name) ?? []).some((line) => value.test(line));
  const has = (names: readonly string[]) => names.some((name) => headers.has(name));
  if (envelopeFrom === '' || headers.get('return-path')?.[0] === '<>' || says('content-type', /^multipart\/report/i))
    return 'mail/bounce';
  if (has(bounceHeaders) || /^(mailer-?daemon|postmaster)([+.-].*)?@/.test(from?.address ?? '')) return 'mail/bounce';
  if (from === null) return 'mail/no-sender';
  if (senders > 1) return 'mail/several-senders';
  if (spam.some(([name, value]) => says(name, value))) return 'mail/spam';
  const form = byWebForm(mail, naming);
  const nobody = isNoReply(from.address, words.noReply) || boxOf(from.address) === naming.own;
  if (replyTo !== null && isNoReply(replyTo.address, words.noReply)) return 'mail/no-reply';
  // A form is a program, and its mail a student's.
  if (form) return null;
  if (automaticValues.some(([name, value]) => says(name, value)) || has(automaticHeaders)) return 'mail/automatic';
  if (has(listHeaders) || says('precedence', /^(bulk|list|junk)/i)) return 'mail/list';
  if (nobody) return refusedSender(mail, naming);
  if (invitation || startsAs(subject, words, words.invitations, true)) return 'mail/invitation';
  if (startsAs(subject, words, words.automatic, false) || startsAs(subject, words, words.away, true))
    return 'mail/automatic';
  return says('x-auto-response-suppress', /\b(all|autoreply)\b/i) ? 'mail/wants-no-answer' : null;
}

/** A form that the configuration does not name writes so, too: then a student waits behind it. */
function refusedSender({ from, replyTo }: Mail, { own }: Naming): MailRefusal {
  const isOwn = from !== null && boxOf(from.address) === own;
  if (replyTo !== null && boxOf(replyTo.address) !== own && replyTo.address !== from?.address)
    return 'mail/unknown-form';
  return isOwn ? 'mail/own' : 'mail/no-reply';
}

/** Also inside `Re:`: a program answered our letter. @param alone a colon or nothing must follow */
function startsAs(subject: string, words: MailWords, openings: readonly string[], alone: boolean): boolean {
  const bare = bareSubject(subject, words);
  const [first = '', ...rest] = bare.split(/[:：|–—]|\s-\s|["«(]/u);
  const opening = plain(first);
  const ends = rest.length > 0 || opening === plain(bare);
  return openings.some((start) =>
    alone ? ends && opening === start : opening === start || opening.startsWith(isSpaced(start) ? `${start} ` : start),
  );
}

function isSpaced(text: string): boolean {
  return /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{N} ]+$/u.test(text);
}

/** A sender that the receiving server found to be forged must not be written to: it is somebody else. */
export function forged(authentication: Authentication): MailRefusal | null {
  return authentication === 'fail' ? 'mail/forged' : null;
}

/** As the well-known programs and services write them. */
const bounceHeaders = ['x-failed-recipients', 'x-msexch-bounce', 'x-ms-exchange-message-is-ndr'];
const listHeaders = [
  'list-id',
  'list-unsubscribe',
  'list-post',
  'list-help',
  'list-subscribe',
  'list-owner',
  'list-archive',
  'mailing-list',
  'x-mailing-list',
  'x-mailman-version',
  'x-listname',
  'x-campaign-id',
  'x-campaignid',
  'x-mailgun-campaign-id',
  'x-mc-user',
  'feedback-id',
];
const automaticHeaders = [
  'x-autoreply',
  'x-autoreply-from',
  'x-auto-reply-from',
  'x-autorespond',
  'x-autoresponder',
  'x-autogenerated',
  'x-auto-generated',
  'x-mail-autoreply',
  'x-vacation',
  'x-fc-machinegenerated',
  'x-cron-env',
  'x-github-reason',
  'x-jira-fingerprint',
  'x-gitlab-project',
  'x-zendesk-from-account-id',
  'x-otrs-loop',
];
const automaticValues: readonly (readonly [string, RegExp])[] = [
  ['auto-submitted', /^(?!no\b)\S/i],
  ['precedence', /^auto/i],
  ['preference', /^auto/i],
  ['x-precedence', /^(auto|bulk|list|junk)/i],
  ['x-ms-exchange-generated-message-source', /agent/i],
  ['delivered-to', /^autoresponder/i],
];
const spam: readonly (readonly [string, RegExp])[] = [
  ['x-spam-flag', /^yes/i],
  ['x-spam-status', /^yes/i],
  ['x-spam', /^yes/i],
  ['x-ms-exchange-organization-scl', /^[5-9]/],
  ['x-forefront-antispam-report', /\bSCL:[5-9]/i],
  ['x-virus-status', /^(yes|infected)/i],
];
