import type { Verdict } from './authentication.ts';
import type { Original } from './forwarded.ts';
import type { Mailbox } from './parse-mail.ts';
import type { MailRead } from './read-mail.ts';

/** Who is answered. */
export type Addressee = {
  readonly writer: Mailbox;
  /** Whose mail it was, where a colleague forwarded it. */
  readonly student: (Original & { readonly words: string }) | null;
  /** A mail that nobody authenticated names another address than its own: a person has to say whether that is right. */
  readonly doubtful: boolean;
};

export type Naming = {
  readonly own: string;
  /** Who may forward a student's mail: addresses, or domains as `@school.example`. */
  readonly forwarders: readonly string[];
  /** Web forms that send what students write in them: their Reply-To is believed. */
  readonly webForms: readonly string[];
};

/**
 * A mail is answered to its From. Another address — a student's, whose mail a colleague forwards, or a Reply-To — is
 * believed from an authenticated colleague or web form alone: anybody can write such a From, and the desk would mail
 * strangers in its name. Null where there is no sender.
 */
export function addresseeOf(
  { mail, original }: Pick<MailRead, 'mail' | 'original'>,
  verdict: Verdict,
  naming: Naming,
): Addressee | null {
  const { from, replyTo } = mail;
  if (from === null) return null;
  const isColleague = mayForward(from, naming);
  const student = isColleague ? original : null;
  const writer = student?.from ?? replyTo ?? from;
  const named = writer.address !== from.address;
  const believed = verdict === 'pass' && (isColleague || naming.webForms.includes(from.address));
  return { writer, student, doubtful: named && !believed };
}

function mayForward({ address }: Mailbox, { own, forwarders }: Naming): boolean {
  const domain = address.slice(address.lastIndexOf('@'));
  return address === own || forwarders.some((allowed) => allowed === address || allowed === domain);
}
