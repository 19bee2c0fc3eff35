import { keepAskedThread } from '../../threads/asked.ts';
import { AppError } from '../../core/errors.ts';
import type { Authentication } from './authentication.ts';
import type { MailRead } from './read-mail.ts';
import type { Reading } from './visible-text.ts';

/** Who brought a mail to our own receiver. */
export type Sent = { readonly ip: string; readonly helo: string; readonly sender: string };

export type MailOrder =
  | { readonly kind: 'read'; readonly raw: Uint8Array; readonly reading: Reading }
  | { readonly kind: 'authentication'; readonly raw: Uint8Array; readonly sent: Sent };
export type MailAnswer = MailRead | Authentication;

/** Mail read beside the conversations: no letter of a stranger holds them up. */
export type MailThread = {
  /** @throws AppError mail/too-large, mail/too-many-parts, mail/unreadable, mail/too-costly */
  read(raw: Buffer, reading: Reading): Promise<MailRead>;
  /** @throws AppError mail/too-costly */
  authentication(raw: Buffer, sent: Sent): Promise<Authentication>;
  end(): Promise<void>;
};

/** One thread reads, another asks name servers: who makes those wait holds up nobody whose mail is read from a mailbox. */
export function startMailThread(limits: { readonly ms: number; readonly megabytes: number } = mailLimits): MailThread {
  const module = new URL('./mail-worker.ts', import.meta.url);
  const all = { ...limits, tooMuch };
  const reader = keepAskedThread<MailOrder, MailRead>(module, all);
  const checker = keepAskedThread<MailOrder, Authentication>(module, all);
  return {
    read: (raw, reading) => reader.ask({ kind: 'read', raw, reading }),
    authentication: (raw, sent) => checker.ask({ kind: 'authentication', raw, sent }),
    async end() {
      await Promise.all([reader.end(), checker.end()]);
    },
  };
}

function tooMuch(): AppError {
  return new AppError('mail/too-costly', 'Reading the mail takes too long: look at it in the mailbox.');
}

/** A mail of 10 MB with a hundred parts takes a second; with all its copies some 150 MB. */
const mailLimits = Object.freeze({ ms: 15_000, megabytes: 384 });
