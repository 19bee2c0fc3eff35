import type { DraftDoubt } from '../../ports/drafts.ts';
import type { Authentication } from './authentication.ts';
import { isMailAddress, isNoReply } from './mail-address.ts';
import type { Mailbox } from './parse-mail.ts';
import type { Forwarded, MailRead } from './read-mail.ts';

/** Who is answered. */
export type Addressee = {
  readonly writer: Mailbox;
  /** Whose mail it was, where a colleague forwarded it. */
  readonly student: Forwarded | null;
  /** What a person has to look at before a letter goes there. */
  readonly doubt: DraftDoubt | null;
};

export type Naming = {
  readonly own: string;
  /** Who may forward a student's mail: addresses, or domains as `@school.example`. */
  readonly forwarders: readonly string[];
  /** Web forms that send what students write in them: their Reply-To is believed. */
  readonly webForms: readonly string[];
};

type Sent = MailRead['mail'];

/**
 * A mail is answered to its From. Another address — a student's, whose mail a colleague forwards, or a Reply-To — is
 * believed from an authenticated colleague or web form alone: anybody can write such a From, and the desk would mail
 * strangers in its name. Each of several mails that are forwarded together has an addressee. None where there is no sender.
 */
export function addresseesOf(
  { mail, originals }: Pick<MailRead, 'mail' | 'originals'>,
  about: { readonly authentication: Authentication; readonly naming: Naming; readonly noReply: readonly string[] },
): readonly Addressee[] {
  const { authentication, naming, noReply } = about;
  const { from } = mail;
  if (from === null) return [];
  const isColleague = mayForward(from, naming);
  const believed = authentication === 'pass' && (isColleague || byWebForm(mail, naming));
  const doubtOf = (writer: Mailbox): DraftDoubt | null =>
    writer.address === from.address || believed ? null : 'other-address';
  const students = isColleague ? originals.flatMap((original) => innermost(original, naming)) : [];
  if (students.length === 0) {
    const writer = mail.replyTo ?? from;
    return [{ writer, student: null, doubt: doubtOf(writer) }];
  }
  return students.map((student) => {
    const isKnown = isMailAddress(student.from.address) && !isNoReply(student.from.address, noReply);
    return isKnown
      ? { writer: student.from, student, doubt: doubtOf(student.from) }
      : { writer: from, student, doubt: 'address-unknown' };
  });
}

/** Whether a form that the configuration names sent it: who filled it in stands in its Reply-To. */
export function byWebForm({ from, replyTo }: Pick<Sent, 'from' | 'replyTo'>, { own, webForms }: Naming): boolean {
  return from !== null && replyTo !== null && replyTo.address !== own && webForms.includes(from.address);
}

/** What colleagues forwarded to one another was a student's at first; what a student forwards is theirs. */
function innermost(original: Forwarded, naming: Naming): readonly Forwarded[] {
  const goesOn = mayForward(original.from, naming) && original.originals.length > 0;
  return goesOn ? original.originals.flatMap((inner) => innermost(inner, naming)) : [original];
}

function mayForward({ address }: Mailbox, { own, forwarders }: Naming): boolean {
  const domain = address.slice(address.lastIndexOf('@'));
  return address !== '' && (address === own || forwarders.some((allowed) => allowed === address || allowed === domain));
}
