import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { ImapFlow, type MailboxObject } from 'imapflow';
import { AppError } from '../../core/errors.ts';
import type { Log } from '../../ports/log.ts';
import type { Mailboxes } from '../../ports/mailboxes.ts';
import type { RefusedMails } from '../../ports/refused-mails.ts';
import type { Redact } from '../../conversation/redaction/redact.ts';
import type { AnswerMail } from './answer-mail.ts';
import type { MailOutcome } from './mail-outcome.ts';
import { troubleOf, whatToDo } from './mailbox-trouble.ts';
import type { MailWatch } from './mail-watch.ts';
import { mostBytes } from './parse-mail.ts';
import { nobodyWaits, type MailRefusal } from './refusal.ts';

export type MailboxSettings = {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; else by STARTTLS. */
  readonly secure: boolean;
  readonly user: string;
  readonly pass: string;
  readonly folder: string;
  /** Where handled mail goes; without it, it stays and is marked as read. */
  readonly handledFolder: string | undefined;
};

type Parts = {
  readonly answerMail: AnswerMail;
  readonly mailboxes: Mailboxes;
  readonly refusedMails: Pick<RefusedMails, 'put'>;
  readonly redact: Redact;
  readonly watch: MailWatch;
  readonly clock: () => Date;
  readonly log: Log;
  readonly settings: MailboxSettings;
};

export type Reader = { close(): Promise<void> };

/**
 * Reads a mailbox as mail arrives (IDLE), from where it was left off. A connection that breaks is made again, ever more
 * slowly. Mail that stood in the box before it was first read is left to the people whose box it is.
 */
export function readMailbox(parts: Parts): Reader {
  const life = { closed: false, client: null as ImapFlow | null, rest: new AbortController() };
  const isClosed = () => life.closed;
  const run = async (): Promise<void> => {
    let failures = 0;
    parts.watch.connecting();
    while (!isClosed()) {
      try {
        const client = connectionTo(parts.settings);
        life.client = client;
        await listen(parts, client, () => {
          failures = 0;
        });
      } catch (err) {
        if (!isClosed()) {
          const code = troubleOf(err);
          parts.watch.broken(code);
          parts.log.warn({ code, failures, err }, whatToDo[code]);
        }
      }
      life.client?.close();
      await sleep(Math.min(firstRest * 2 ** failures, longestRest), life.rest.signal);
      failures += 1;
    }
  };
  const running = run();
  return {
    async close() {
      life.closed = true;
      life.rest.abort();
      life.client?.close();
      await running;
    },
  };
}

async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal }).catch(() => undefined);
}

function connectionTo({ host, port, secure, user, pass }: MailboxSettings): ImapFlow {
  return new ImapFlow({
    host,
    port,
    secure,
    // A password goes in the clear to this machine alone.
    ...(!secure && !onThisMachine.has(host) && { doSTARTTLS: true }),
    auth: { user, pass },
    logger: false,
    // Servers drop a connection after half an hour of silence.
    maxIdleTime: 10 * 60_000,
  });
}

/** Until the connection ends. `opened` is called once the box could be opened. */
async function listen(parts: Parts, client: ImapFlow, opened: () => void): Promise<void> {
  const ended = new Promise<never>((_resolve, reject) => {
    client.on('close', () => {
      reject(new AppError('mail/connection', 'The mail server closed the connection.'));
    });
    client.on('error', reject);
  });
  ended.catch(() => undefined);
  await client.connect();
  const box = await client.mailboxOpen(parts.settings.folder);
  opened();
  parts.watch.connected();
  await ensureHandledFolder(parts, client);
  parts.log.info({ mails: box.exists }, 'the mailbox is open');
  const arrived: { any: boolean; tell: () => void } = { any: true, tell: () => undefined };
  client.on('exists', () => {
    arrived.any = true;
    arrived.tell();
  });
  for (;;) {
    while (arrived.any) {
      arrived.any = false;
      await Promise.race([handleNew(parts, client, box), ended]);
    }
    const more = new Promise<void>((resolve) => (arrived.tell = resolve));
    client.idle().catch(() => undefined);
    await Promise.race([more, ended]);
  }
}

/** Made where it is not there; where it cannot be made that is said, and handled mail stays where it is. */
async function ensureHandledFolder({ settings, log }: Parts, client: ImapFlow): Promise<void> {
  const { handledFolder } = settings;
  if (handledFolder === undefined) return;
  try {
    const folders = await client.list();
    if (!folders.some(({ path }) => path === handledFolder)) await client.mailboxCreate(handledFolder);
  } catch (err) {
    const told = 'the folder of IMAP_HANDLED_FOLDER is not there and cannot be made: handled mail stays in the box';
    log.warn({ code: 'mail/no-folder', err }, told);
  }
}

async function handleNew(parts: Parts, client: ImapFlow, box: MailboxObject): Promise<void> {
  const { mailboxes, settings, clock } = parts;
  const name = `${settings.user}@${settings.host}/${settings.folder}`;
  const uidValidity = String(box.uidValidity);
  const known = await mailboxes.read(name);
  if (known === null) {
    return mailboxes.mark(name, { uidValidity, uid: box.uidNext - 1, since: clock().toISOString() });
  }
  const isSame = known.uidValidity === uidValidity;
  const uids = isSame ? await after(client, known.uid) : await lately(parts, client, known.since);
  for (const uid of uids) {
    await handleOne(parts, client, uid);
    await mailboxes.mark(name, { uidValidity, uid });
  }
  if (uids.length === 0 && !isSame) {
    await mailboxes.mark(name, { uidValidity, uid: box.uidNext - 1 });
  }
}

/** `n:*` names the last mail also where it is before n. */
async function after(client: ImapFlow, uid: number): Promise<readonly number[]> {
  const found = await client.search({ uid: `${uid + 1}:*` }, { uid: true });
  return (found || []).filter((one) => one > uid).sort((a, b) => a - b);
}

/**
 * The server numbered its mails anew: what came in the last days, after the box was first read, and bears no mark of ours.
 * One answered before is known.
 */
async function lately({ clock }: Parts, client: ImapFlow, firstRead: string | undefined): Promise<readonly number[]> {
  const days = new Date(clock().getTime() - 3 * 24 * 3600_000);
  const since = firstRead === undefined ? days : new Date(Math.max(days.getTime(), Date.parse(firstRead)));
  const found = (await client.search({ since, unKeyword: handledMark }, { uid: true })) || [];
  if (found.length === 0) return [];
  // The search knows days alone.
  const mails = await client.fetchAll(found.join(','), { uid: true, internalDate: true }, { uid: true });
  return mails
    .filter(({ internalDate }) => internalDate !== undefined && new Date(internalDate) >= since)
    .map(({ uid }) => uid)
    .sort((a, b) => a - b);
}

async function handleOne(parts: Parts, client: ImapFlow, uid: number): Promise<void> {
  const { settings } = parts;
  const about = await client.fetchOne(String(uid), { size: true, flags: true }, { uid: true });
  if (!about || about.flags?.has(handledMark) === true) return;
  const outcome = await outcomeOf(parts, client, uid, about.size ?? 0);
  parts.watch.read();
  if (outcome.kind !== 'refused') {
    await client.messageFlagsAdd(String(uid), ['\\Seen', handledMark], { uid: true });
    if (settings.handledFolder !== undefined) {
      await client.messageMove(String(uid), settings.handledFolder, { uid: true });
    }
    return;
  }
  // For a person: unread, and flagged where it is no program's mail.
  const flags = nobodyWaits.has(outcome.code) ? [handledMark] : [handledMark, '\\Flagged'];
  await client.messageFlagsAdd(String(uid), flags, { uid: true });
}

async function outcomeOf(parts: Parts, client: ImapFlow, uid: number, size: number): Promise<MailOutcome> {
  const { answerMail, log } = parts;
  if (size > mostBytes) {
    await keepUnread(parts, client, uid, 'mail/too-large');
    log.info({ mail: 'refused', code: 'mail/too-large', bytes: size }, 'a mail came in');
    return { kind: 'refused', code: 'mail/too-large' };
  }
  const mail = await client.fetchOne(String(uid), { source: true }, { uid: true });
  if (!mail || mail.source === undefined) return { kind: 'refused', code: 'mail/unreadable' };
  try {
    return await answerMail(mail.source);
  } catch (err) {
    // What the database could not keep is tried again; what broke on this mail alone must not stop all others.
    if (err instanceof AppError && (err.code === 'storage/failed' || err.code === 'state/conflict')) throw err;
    log.error({ code: 'mail/unreadable', err }, 'a mail could not be handled');
    await keepUnread(parts, client, uid, 'mail/unreadable');
    return { kind: 'refused', code: 'mail/unreadable' };
  }
}

/** Listed as well, with what the server tells of it. */
async function keepUnread(
  { refusedMails, clock, redact }: Parts,
  client: ImapFlow,
  uid: number,
  code: MailRefusal,
): Promise<void> {
  const mail = await client.fetchOne(String(uid), { envelope: true }, { uid: true });
  const envelope = mail ? mail.envelope : undefined;
  const [from] = envelope?.from ?? [];
  const named = createHash('sha256').update(`${code} ${String(uid)} ${envelope?.messageId ?? ''}`);
  await refusedMails.put({
    id: `mail-${named.digest('hex').slice(0, 24)}`,
    code,
    waits: true,
    from: from?.address ?? '',
    subject: redact(envelope?.subject ?? '').text,
    text: '',
    at: clock().toISOString(),
  });
}

const handledMark = '$Guichet';
const onThisMachine: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
const firstRest = 1000;
const longestRest = 5 * 60_000;
