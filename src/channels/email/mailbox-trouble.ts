import { AppError } from '../../core/errors.ts';

/** Why a mailbox cannot be read, by its code, and what to do about it. */
export type MailboxTrouble = 'mail/login' | 'mail/tls' | 'mail/no-folder' | 'mail/connection';

/** What a connection failed with, told apart: a person mends each in another place. */
export function troubleOf(problem: unknown): MailboxTrouble {
  if (problem instanceof AppError) return isTrouble(problem.code) ? problem.code : 'mail/connection';
  const { authenticationFailed, tlsFailed, mailboxMissing, code, serverResponseCode } = problem as {
    readonly authenticationFailed?: boolean;
    readonly tlsFailed?: boolean;
    readonly mailboxMissing?: boolean;
    readonly code?: string;
    readonly serverResponseCode?: string;
  };
  if (authenticationFailed === true) return 'mail/login';
  if (tlsFailed === true || tlsCodes.test(code ?? '')) return 'mail/tls';
  if (mailboxMissing === true || serverResponseCode === 'NONEXISTENT') return 'mail/no-folder';
  return 'mail/connection';
}

export const whatToDo: Readonly<Record<MailboxTrouble, string>> = Object.freeze({
  'mail/login': 'the mail server does not take the name and password of IMAP_URL: correct them',
  'mail/tls': 'no safe connection to the mail server: its certificate is not trusted, or it offers no TLS (IMAP_URL)',
  'mail/no-folder': 'the mail folder is not there: make it, or name another in IMAP_URL',
  'mail/connection': 'the mailbox cannot be read at the moment',
});

function isTrouble(code: string): code is MailboxTrouble {
  return code in whatToDo;
}

const tlsCodes = /^(ERR_(TLS|SSL)_|EPROTO$|CERT_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_(VERIFY|GET)_)/;
