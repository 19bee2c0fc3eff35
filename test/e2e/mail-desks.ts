import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import { simpleParser, type ParsedMail } from 'mailparser';
import { serveGuichet } from '../channels/server/running-guichet.ts';
import type { MailServers } from './mail-servers.ts';

/** The server in front of the mailbox, as it names itself in what it writes into a mail. */
export const authServer = 'mx.guichet.test';

/** Two installations: one reads its mailbox, the other has mail brought to it. */
export async function startDesks(receiverPort: number, { smtpUrl, imapUrl }: MailServers) {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-mail-desks-'));
  const about = {
    SMTP_URL: smtpUrl,
    MAIL_MODE: 'auto',
    MAIL_FORWARDERS: '@guichet.test',
    MAIL_WEB_FORMS: 'noreply@guichet.test',
    PUBLIC_URL: 'http://127.0.0.1:9',
  };
  const reading = () =>
    serveGuichet({
      ...about,
      MAIL_FROM: 'Help desk <desk@guichet.test>',
      IMAP_URL: imapUrl('desk@guichet.test'),
      IMAP_HANDLED_FOLDER: 'Handled',
      MAIL_AUTH_SERVER: authServer,
      DATABASE_URL: `sqlite:${folder}/reading.db`,
    });
  const desk = { reading: await reading() };
  const receiving = await serveGuichet({
    ...about,
    MAIL_FROM: 'Help desk <desk@direct.test>',
    SMTP_RECEIVER_PORT: String(receiverPort),
    DATABASE_URL: `sqlite:${folder}/receiving.db`,
  });
  const opened = async (): Promise<void> => {
    while (!desk.reading.lines.some(({ msg }) => msg === 'the mailbox is open')) await setTimeout(100);
  };
  await opened();
  const pause = () => desk.reading.end('SIGKILL');
  const resume = async () => {
    desk.reading = await reading();
    await opened();
  };
  return {
    folder,
    pause,
    resume,
    async restart() {
      await pause();
      await resume();
    },
    async stop() {
      await Promise.all([desk.reading.end('SIGTERM'), receiving.end('SIGTERM')]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What lies in a box's folder. */
export async function mailsIn(imapUrl: string, folder: string): Promise<readonly ParsedMail[]> {
  const url = new URL(imapUrl);
  const client = new ImapFlow({
    host: url.hostname,
    port: Number(url.port),
    secure: false,
    auth: { user: decodeURIComponent(url.username), pass: url.password },
    logger: false,
  });
  await client.connect();
  const { exists } = await client.mailboxOpen(folder);
  const mails: ParsedMail[] = [];
  if (exists > 0) {
    for (const { source } of await client.fetchAll('1:*', { source: true })) {
      if (source !== undefined) mails.push(await simpleParser(source));
    }
  }
  await client.logout();
  return mails;
}

/** For the reader of a run: the texts as they came back. */
export function keep(way: string, name: string, { subject, from, to, text }: ParsedMail): void {
  const file = process.env['MAIL_TEXTS'];
  if (file === undefined) return;
  const recipients = [to ?? []].flat().map((one) => one.text);
  const head = `From: ${from?.text ?? ''}\nTo: ${recipients.join(', ')}\nSubject: ${subject ?? ''}`;
  appendFileSync(file, `## ${name}, ${way}\n\n\`\`\`\n${head}\n\n${text ?? ''}\n\`\`\`\n\n`);
}
