import { readFileSync } from 'node:fs';
import type { ParsedMail } from 'mailparser';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMailWatch } from '../../src/channels/email/mail-watch.ts';
import { readMailbox } from '../../src/channels/email/read-mailbox.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { recordingLog } from '../desk/real-desk.ts';
import { authServer, keep, mailsIn, startDesks } from './mail-desks.ts';
import { freePort, startMailServers, type MailServers } from './mail-servers.ts';

/**
 * Mail with its real peers: Postfix takes and brings it, Dovecot keeps the boxes. `TEST_MAIL_SERVERS=yes` where both are
 * installed and this runs as root; the texts that came back are added to the file that `MAIL_TEXTS` names.
 */
const installed = process.env['TEST_MAIL_SERVERS'] === 'yes';

let servers: MailServers | undefined;
let desks: Awaited<ReturnType<typeof startDesks>> | undefined;

// Skipped where there is no root or no such servers; `.ci/run` installs them and runs it in a step of its own.
describe.skipIf(!installed)('mail through Postfix and Dovecot', () => {
  beforeAll(async () => {
    const port = await freePort();
    servers = await startMailServers({ domain: 'direct.test', port });
    await post(kind('same-id-first'), 'early@mail.example', 'desk@guichet.test');
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
      expect(first.text).toContain('Your registration\n===');
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

  test('a web form that the configuration names is the student’s mail; one that nobody proved waits, and no machine is written to', async () => {
    await post(kind('web-form'), 'noreply@guichet.test', 'desk@guichet.test');
    await answer('aya@mail.example', 'desk@guichet.test', 'web-form@mail.example');
    await post(kind('web-form-unproved'), 'noreply@guichet.test', 'desk@guichet.test');
    await expect
      .poll(async () => (await waiting('reading')).drafts.map(({ doubt }) => doubt))
      .toContain('other-address');
    expect(await mailsOf('aya@mail.example')).toHaveLength(1);
    expect(await mailsOf('noreply@guichet.test')).toEqual([]);
  });

  test.each([
    { desk: 'desk@guichet.test', of: 'reading' as const },
    { desk: 'desk@direct.test', of: 'receiving' as const },
  ])('what is refused at $desk is kept and listed', async ({ desk, of }) => {
    await post(
      kind('from-a-list').toString('utf8').replace('Joao Lima <joao@', 'List <list@'),
      'list@mail.example',
      desk,
    );
    await post(kind('web-form-unnamed'), 'no-reply@forms.example', desk);
    const listed = async () => (await waiting(of)).refused.map(({ code, from, waits }) => ({ code, from, waits }));
    await expect.poll(listed).toContainEqual({ code: 'mail/list', from: 'list@mail.example', waits: false });
    await expect
      .poll(listed)
      .toContainEqual({ code: 'mail/unknown-form', from: 'no-reply@forms.example', waits: true });
    expect(await mailsOf('list@mail.example')).toEqual([]);
  });

  test('forwarded twice: the student; three that came attached: each; a name without an address: a draft', async () => {
    await post(kind('forward-twice'), 'claire@guichet.test', 'desk@guichet.test');
    await post(kind('forward-several'), 'claire@guichet.test', 'desk@guichet.test');
    await post(kind('forward-without-address'), 'claire@guichet.test', 'desk@guichet.test');
    for (const student of [1, 2, 3])
      await answer(`s${String(student)}@mail.example`, 'desk@guichet.test', `orig${String(student)}@mail.example`);
    await answer('aya@mail.example', 'desk@guichet.test', null);
    await expect
      .poll(async () => (await waiting('reading')).drafts.map(({ doubt }) => doubt))
      .toContain('address-unknown');
    expect(await mailsOf('marc@guichet.test')).toEqual([]);
  });

  test('a connection that the server ends is made again; handled mail lies in its folder, which was made', async () => {
    servers?.disconnect('desk@guichet.test');
    await post(kind('quotes-nothing'), 'joao@mail.example', 'desk@guichet.test');
    await expect.poll(() => mailsOf('joao@mail.example'), { timeout: 20_000 }).toHaveLength(1);
    const handled = await subjectsIn('desk@guichet.test', 'Handled');
    expect(handled).toContain('Re: Registration');
  });

  test('mails that are numbered anew: what came meanwhile is answered, what stood before the first start is not', async () => {
    await desks?.pause();
    await post(
      kind('subject-twice').toString('utf8').replace('joao@', 'meanwhile@'),
      'm@mail.example',
      'desk@guichet.test',
    );
    await expect.poll(() => subjectsIn('desk@guichet.test', 'INBOX')).toContain('AW: 回复：Re: Question');
    await servers?.renumber('desk@guichet.test');
    await desks?.resume();
    await expect.poll(() => mailsOf('meanwhile@mail.example'), { timeout: 20_000 }).toHaveLength(1);
    expect(await mailsOf('early@mail.example')).toEqual([]);
    expect(await subjectsIn('desk@guichet.test', 'INBOX')).toContain('Question');
  });

  test.each([
    { what: 'no TLS', change: (url: URL) => (url.protocol = 'imaps:'), code: 'mail/tls' },
    { what: 'a wrong password', change: (url: URL) => (url.password = 'wrong'), code: 'mail/login' },
    { what: 'a folder that is gone', change: (url: URL) => (url.pathname = '/Gone'), code: 'mail/no-folder' },
  ])('$what is said by its code', async ({ change, code }) => {
    const url = new URL(servers?.imapUrl('desk@guichet.test') ?? '');
    // Only special schemes may be changed into one another.
    const changed = new URL(url.href.replace('imap:', 'http:'));
    change(changed);
    const log = recordingLog();
    const never = () => Promise.reject(new RangeError('No mail is read.'));
    const watch = createMailWatch(() => new Date());
    const reader = readMailbox({
      answerMail: never,
      mailboxes: { read: never, mark: never },
      refusedMails: { put: never },
      redact: (text) => ({ text, found: [], born: [] }),
      watch,
      clock: () => new Date(),
      log,
      settings: {
        host: changed.hostname,
        port: Number(changed.port),
        secure: code === 'mail/tls',
        user: decodeURIComponent(changed.username),
        pass: changed.password,
        folder: changed.pathname.slice(1),
        handledFolder: undefined,
      },
    });
    await expect.poll(() => log.lines.map((line) => line['code']), { timeout: 10_000 }).toContain(code);
    expect(watch.standing()).toMatchObject({ state: 'broken', code, lastMail: null });
    await reader.close();
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

/** A letter of test/mails/kinds, as the server in front of the mailbox would mark it. */
function kind(name: string): Buffer {
  const raw = readFileSync(`test/mails/kinds/${name}.eml`, 'latin1');
  return Buffer.from(
    raw.replace('Authentication-Results: guichet.test', `Authentication-Results: ${authServer}`),
    'latin1',
  );
}

/** What waits for a colleague in one of the desks. */
async function waiting(of: 'reading' | 'receiving') {
  const path = `${desks?.folder ?? ''}/${of}.db`;
  const storage = await openStorage({ kind: 'sqlite', path, durability: 'NORMAL' });
  const [drafts, refused] = await Promise.all([storage.drafts.list('open', 100), storage.refusedMails.list(100)]);
  await storage.close();
  return { drafts, refused };
}

async function post(raw: Buffer | string, from: string, to: string): Promise<void> {
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
  return mailsIn(servers?.imapUrl(address) ?? '', 'INBOX');
}

async function subjectsIn(address: string, folder: string): Promise<readonly (string | undefined)[]> {
  return (await mailsIn(servers?.imapUrl(address) ?? '', folder)).map(({ subject }) => subject);
}
