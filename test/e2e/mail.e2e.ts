import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import { simpleParser, type ParsedMail } from 'mailparser';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveGuichet } from '../channels/server/running-guichet.ts';
import { freePort, startMailServers, type MailServers } from './mail-servers.ts';

/**
 * Mail with its real peers: Postfix takes and brings it, Dovecot keeps the boxes. `TEST_MAIL_SERVERS=yes` where both are
 * installed and this runs as root; the texts that came back are added to the file that `MAIL_TEXTS` names.
 */
const authServer = 'mx.guichet.test';
const installed = process.env['TEST_MAIL_SERVERS'] === 'yes';

let servers: MailServers | undefined;
let desks: Awaited<ReturnType<typeof startDesks>> | undefined;

// Skipped where there is no root or no such servers; `.ci/run` installs them and runs it in a step of its own.
describe.skipIf(!installed)('mail through Postfix and Dovecot', () => {
  beforeAll(async () => {
    const port = await freePort();
    servers = await startMailServers({ domain: 'direct.test', port });
    desks = await startDesks(port, servers);
    // The first of them may have to train the matcher.
  }, 900_000);
  afterAll(async () => {
    await desks?.stop();
    await servers?.stop();
  }, 60_000);

  describe.each([
    // The colleagues' domain publishes nothing: only the server in front of the mailbox can say that it was one of them.
    { way: 'read from a mailbox (IMAP)', desk: 'desk@guichet.test', believed: true },
    { way: 'brought by another server (SMTP)', desk: 'desk@direct.test', believed: false },
  ])('$way', ({ way, desk, believed }) => {
    let first: ParsedMail;

    test('three questions in English, one of them about the own case', async () => {
      await send('en-register', 'ana.souza@mail.example', desk);
      first = await answer('ana.souza@mail.example', desk, 'en-register@mail.example');
      keep(way, 'en-register', first);
      expect(first.text).toContain('Check my situation\n===');
      expect(first.text).toContain('Price of a GP visit\n===');
      expect(first.text).toContain('Total: 127 €');
      expect(first.text).toContain('Understood: nationality Brazil, stay 10 months.');
      expect(first.headers.get('auto-submitted')).toBe('auto-replied');
    });

    test('a reply goes on with the form and asks two more questions', async () => {
      await send('en-reply', 'ana.souza@mail.example', desk, { answered: first.messageId ?? '' });
      const reply = await answer('ana.souza@mail.example', desk, 'en-reply@mail.example');
      keep(way, 'en-reply', reply);
      expect(reply.text).toContain('You must register with French public insurance online; it is free.');
      expect(reply.text).toContain('How long the carte Vitale takes\n===');
      expect(reply.text).toContain('Is a mutuelle compulsory?\n===');
      expect(reply.references).toContain(first.messageId);
    });

    test.skipIf(!believed)('a mail that a colleague forwarded is answered to the student', async () => {
      await send('en-forwarded', 'marie.petit@guichet.test', desk, { server: authServer });
      const reply = await answer('li.wei@mail.example', desk, null);
      keep(way, 'en-forwarded', reply);
      expect(reply.subject).toBe('Re: carte vitale and doctor');
      expect(reply.text).toContain('How to declare a médecin traitant\n===');
      expect(reply.text).toContain('19 €');
      expect(await mailsOf('marie.petit@guichet.test')).toEqual([]);
    });

    test('an HTML mail in ISO-8859-1, in French', async () => {
      await send('fr-html', 'aissatou@courriel.example', desk);
      const reply = await answer('aissatou@courriel.example', desk, 'fr-html@courriel.example');
      keep(way, 'fr-html', reply);
      expect(reply.text).toContain('Prix de la RC\n===');
      expect(reply.text).toContain('23 €');
      expect(reply.text).toContain('Compris : nationalité Sénégal, séjour 8 mois.');
    });

    test.skipIf(!believed)('a mail forwarded as an attachment, in French', async () => {
      await send('fr-forwarded', 'accueil@guichet.test', desk, { server: authServer });
      const reply = await answer('paulo.mendes@courriel.example', desk, 'original-paulo@courriel.example');
      keep(way, 'fr-forwarded', reply);
      expect(reply.subject).toBe('Re: Carte européenne');
      expect(reply.text).toContain('CPAM à Angers\n===');
    });

    test('a mail with a passport attached, in French: the file is not opened, and that is said', async () => {
      await send('fr-attachment', 'carlos.ruiz@courriel.example', desk);
      const reply = await answer('carlos.ruiz@courriel.example', desk, 'fr-attachment@courriel.example');
      keep(way, 'fr-attachment', reply);
      expect(reply.text).toContain('Je ne peux pas ouvrir les pièces jointes.');
      expect(reply.text).toContain('Déclarer un médecin traitant\n===');
    });
  });

  test('the same mail again, and a restart in between, bring no second answer; what comes meanwhile is answered', async () => {
    const before = (await mailsOf('aissatou@courriel.example')).length;
    await desks?.restart();
    await send('fr-html', 'aissatou@courriel.example', 'desk@guichet.test');
    const other = readFileSync('test/mails/fr-html.eml', 'latin1')
      .replace('fr-html@courriel.example', 'while-away@courriel.example')
      .replace('=E9tudiante s=E9n=E9galaise', 'd');
    await post(Buffer.from(other, 'latin1'), 'aissatou@courriel.example', 'desk@guichet.test');
    await answer('aissatou@courriel.example', 'desk@guichet.test', 'while-away@courriel.example');
    expect(await mailsOf('aissatou@courriel.example')).toHaveLength(before + 1);
  });
});

/** Two installations: one reads its mailbox, the other has mail brought to it. */
async function startDesks(receiverPort: number, { smtpUrl, imapUrl }: MailServers) {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-mail-desks-'));
  const about = {
    SMTP_URL: smtpUrl,
    MAIL_MODE: 'auto',
    MAIL_FORWARDERS: '@guichet.test',
    PUBLIC_URL: 'http://127.0.0.1:9',
  };
  const reading = () =>
    serveGuichet({
      ...about,
      MAIL_FROM: 'Help desk <desk@guichet.test>',
      IMAP_URL: imapUrl('desk@guichet.test'),
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
  return {
    async restart() {
      await desk.reading.end('SIGKILL');
      desk.reading = await reading();
      await opened();
    },
    async stop() {
      await Promise.all([desk.reading.end('SIGTERM'), receiving.end('SIGTERM')]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function send(
  name: string,
  from: string,
  to: string,
  values: Readonly<Record<string, string>> = {},
): Promise<void> {
  const raw = readFileSync(`test/mails/${name}.eml`);
  const filled = Object.entries(values).reduce(
    (text, [key, value]) => text.replaceAll(`{{${key}}}`, value),
    raw.toString('latin1'),
  );
  await post(Buffer.from(filled, 'latin1'), from, to);
}

async function post(raw: Buffer, from: string, to: string): Promise<void> {
  const transport = createTransport(servers?.smtpUrl ?? '');
  await transport.sendMail({ envelope: { from, to }, raw });
  transport.close();
}

/** The one letter that answers a mail, once it has come. */
async function answer(student: string, desk: string, answered: string | null): Promise<ParsedMail> {
  let found: readonly ParsedMail[] = [];
  await expect
    .poll(async () => {
      const mails = await mailsOf(student);
      found = mails.filter(
        ({ from, inReplyTo }) =>
          from?.value[0]?.address === desk && inReplyTo === (answered === null ? undefined : `<${answered}>`),
      );
      return found.length;
    })
    .toBe(1);
  const [letter] = found;
  if (letter === undefined) throw new RangeError('No letter came.');
  return letter;
}

async function mailsOf(address: string): Promise<readonly ParsedMail[]> {
  const url = new URL(servers?.imapUrl(address) ?? '');
  const client = new ImapFlow({
    host: url.hostname,
    port: Number(url.port),
    secure: false,
    auth: { user: decodeURIComponent(url.username), pass: url.password },
    logger: false,
  });
  await client.connect();
  const { exists } = await client.mailboxOpen('INBOX');
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
function keep(way: string, name: string, { subject, from, to, text }: ParsedMail): void {
  const file = process.env['MAIL_TEXTS'];
  if (file === undefined) return;
  const recipients = [to ?? []].flat().map((one) => one.text);
  const head = `From: ${from?.text ?? ''}\nTo: ${recipients.join(', ')}\nSubject: ${subject ?? ''}`;
  appendFileSync(file, `## ${name}, ${way}\n\n\`\`\`\n${head}\n\n${text ?? ''}\n\`\`\`\n\n`);
}
