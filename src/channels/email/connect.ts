import type { Redact } from '../../conversation/redaction/redact.ts';
import type { Sender } from '../../ports/outbox.ts';
import type { MailStanding } from '../../ports/mail-standing.ts';
import type { Mailboxes } from '../../ports/mailboxes.ts';
import { createAnswerMail } from './answer-mail.ts';
import type { MailDoor } from './mail-door.ts';
import { createMailSender, type DeliverParts } from './deliver.ts';
import { createMailWatch } from './mail-watch.ts';
import { startMailThread } from './mail-thread.ts';
import { createOwnIds } from './own-ids.ts';
import { readMailbox, type MailboxSettings, type Reader } from './read-mailbox.ts';
import { createPostOffice } from './send-mail.ts';
import { startReceiver, type Receiver, type ReceiverSettings } from './smtp-receiver.ts';
import { warmUp } from './warm-up.ts';

export type MailConfig = {
  /** The server that takes our letters, and what they are from. */
  readonly smtpUrl: string;
  readonly from: { readonly written: string; readonly address: string };
  readonly mode: 'auto' | 'draft' | 'off';
  readonly forwarders: readonly string[];
  readonly webForms: readonly string[];
  readonly authenticationServer: string | undefined;
  readonly dailyMost: number;
  /** `imap(s)://user:password@host:port/FOLDER`; null: no box is read. */
  readonly imapUrl: string | null;
  readonly handledFolder: string | undefined;
  /** Null: the receiver is off. */
  readonly receiver: Pick<ReceiverSettings, 'port' | 'host' | 'tls'> | null;
};

type Parts = Omit<MailDoor, 'ids' | 'settings' | 'thread'> &
  Omit<DeliverParts, 'office' | 'ids' | 'current'> & {
    readonly mailboxes: Mailboxes;
    /** Signs our Message-IDs: the same over restarts and in every process. */
    readonly key: Uint8Array;
    readonly config: MailConfig;
  };

export type MailConnection = {
  /** Sends what the outbox holds for mail. */
  readonly sender: Sender;
  /** Begins to take mail in. The receiver's port, where it is on. */
  start(): Promise<{ readonly port: number | null }>;
  /** How it does, for the health page. */
  standing(): MailStanding;
  close(): Promise<void>;
};

/** The mail door: letters out through any SMTP server, mail in from a mailbox, a receiver of our own, or both. */
export function connectMail(parts: Parts): MailConnection {
  const { config, key } = parts;
  const { mode, from, forwarders } = config;
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  const ids = createOwnIds(key, domain);
  const office = createPostOffice(config.smtpUrl, from.written);
  const thread = startMailThread();
  const watch = createMailWatch(parts.clock);
  const open: { reader: Reader | null; receiver: Receiver | null } = { reader: null, receiver: null };
  return {
    sender: createMailSender({ ...parts, office, ids }),
    async start() {
      if (mode === 'off') return { port: null };
      const settings = {
        ...config,
        mode,
        own: from.address,
        forwarders: forwarders.length > 0 ? forwarders : [`@${domain}`],
      };
      await warmUp(parts.current(), parts.today());
      const answerMail = createAnswerMail({ ...parts, ids, thread, settings });
      if (config.imapUrl !== null) {
        const redact: Redact = (text) => parts.current().redact(text);
        const box = mailboxOf(config.imapUrl, config.handledFolder);
        open.reader = readMailbox({ ...parts, answerMail, redact, watch, settings: box });
      }
      if (config.receiver === null) return { port: null };
      open.receiver = await startReceiver({
        ...parts,
        answerMail: (raw, verdict) => {
          watch.read();
          return answerMail(raw, verdict);
        },
        authenticationOf: (raw, session) => {
          const { mailFrom } = session.envelope;
          const sender = mailFrom === false ? '' : mailFrom.address;
          return thread.authentication(raw, { ip: session.remoteAddress, helo: session.clientHostname, sender });
        },
        settings: { ...config.receiver, own: from.address, rate: receiverRate },
      });
      if (config.imapUrl === null) watch.connected();
      return { port: open.receiver.port };
    },
    standing: () => watch.standing(),
    async close() {
      await open.receiver?.close();
      await open.reader?.close();
      await thread.end();
      office.close();
    },
  };
}

function mailboxOf(imapUrl: string, handledFolder: string | undefined): MailboxSettings {
  const url = new URL(imapUrl);
  const secure = url.protocol === 'imaps:';
  return {
    host: url.hostname,
    port: url.port === '' ? (secure ? 993 : 143) : Number(url.port),
    secure,
    user: decodeURIComponent(url.username),
    pass: decodeURIComponent(url.password),
    folder: decodeURIComponent(url.pathname.slice(1)) || 'INBOX',
    handledFolder,
  };
}

/** A machine brings a class's mails after an evening, not more. */
const receiverRate = { burst: 60, perSecond: 1 };
