import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMailDesk } from './mail-desk.ts';
import { mail, mailFile, own } from './raw-mail.ts';

let desk: Awaited<ReturnType<typeof openMailDesk>>;
beforeAll(async () => {
  desk = await openMailDesk();
});
afterAll(() => desk.close());

const question = 'How much does a visit to a GP cost?';
const about = (...headers: string[]) =>
  mail(question, { headers, id: `${String(headers.join().length)}@mail.example` });

function parts(count: number): Buffer {
  const part = '--b\r\nContent-Type: text/plain\r\n\r\nHow much?\r\n';
  return mail(`${part.repeat(count)}--b--`, { headers: ['Content-Type: multipart/mixed; boundary="b"'] });
}

test.each([
  { what: 'a mail of 2,000 parts', raw: parts(2000), code: 'mail/too-many-parts' },
  { what: 'a mail of 30 MB', raw: Buffer.alloc(30 * 1024 * 1024, 'a'), code: 'mail/too-large' },
  { what: 'an out-of-office reply', raw: about('Auto-Submitted: auto-replied'), code: 'mail/automatic' },
  {
    what: 'one that only its subject tells',
    raw: mail(question, { subject: 'Absence du bureau : Ana' }),
    code: 'mail/automatic',
  },
  { what: 'one of an old program', raw: about('X-Autoreply: yes'), code: 'mail/automatic' },
  { what: 'bulk mail', raw: about('Precedence: bulk'), code: 'mail/list' },
  { what: 'a mailing list', raw: about('List-Id: <students.mail.example>'), code: 'mail/list' },
  { what: 'a bounce', raw: about('Return-Path: <>'), code: 'mail/bounce' },
  { what: 'a report', raw: about('Content-Type: multipart/report; boundary=x'), code: 'mail/bounce' },
  { what: 'a mail daemon', raw: mail(question, { from: 'MAILER-DAEMON@mail.example' }), code: 'mail/bounce' },
  { what: 'a mail from ourselves', raw: mail(question, { from: own }), code: 'mail/own' },
  { what: 'a reply that is to come to ourselves', raw: about(`Reply-To: ${own}`), code: 'mail/own' },
  { what: 'no sender', raw: mail(question, { from: 'nobody' }), code: 'mail/no-sender' },
  { what: 'an empty mail with a signature', raw: mail('\n-- \nAna Souza\nAngers'), code: 'mail/nothing-asked' },
  { what: 'nothing at all', raw: Buffer.alloc(0), code: 'mail/no-sender' },
  { what: 'bytes that are no mail', raw: Buffer.from([0, 255, 254, 13, 10, 0]), code: 'mail/no-sender' },
])('$what is refused as $code, and nothing is sent', async ({ raw, code }) => {
  expect(await desk.mailIn(raw)).toEqual({ kind: 'refused', code, letter: undefined });
  expect(desk.log.lines).toContainEqual(expect.objectContaining({ mail: 'refused', code }));
});

test('an attached zip bomb is not opened: the question is answered, and that files are not read', async () => {
  const zip = Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(2_000_000)]).toString('base64');
  const raw = mail(
    `--b\nContent-Type: text/plain\n\n${question}\n--b\nContent-Type: application/zip; name="x.zip"\nContent-Disposition: attachment; filename="x.zip"\nContent-Transfer-Encoding: base64\n\n${zip}\n--b--`,
    { from: 'zip@mail.example', headers: ['Content-Type: multipart/mixed; boundary="b"'] },
  );
  const { kind, letter } = await desk.mailIn(raw);
  expect(kind).toBe('answered');
  expect(letter?.text).toContain('30 €');
  expect(letter?.text).toContain('I cannot open attached files.');
});

test('newlines in headers get into no header of ours', async () => {
  const raw = mail(question, {
    from: 'line@mail.example',
    subject: '=?utf-8?Q?Hello=0D=0ABcc:_victim=40mail.example?=',
  });
  const { letter } = await desk.mailIn(raw);
  expect(letter?.headers.has('bcc')).toBe(false);
  expect(letter?.subject).toBe('Re: Hello Bcc: [link left out]');
  expect(letter?.raw).not.toMatch(/^Bcc:/m);
});

test.each([
  ['iso-8859-1', Buffer.from('Combien co\u00fbte une consultation chez le m\u00e9decin ?', 'latin1')],
  ['utf-8', Buffer.from('Combien co\u00fbte une consultation chez le m\u00e9decin ?', 'latin1')],
  ['x-unknown', Buffer.from('Combien coûte une consultation chez le médecin ?')],
])('text that says it is %s is answered or left to a person, never lost', async (charset, text) => {
  const head = mail('', { from: `${charset}@mail.example`, headers: [`Content-Type: text/plain; charset=${charset}`] });
  const outcome = await desk.mailIn(Buffer.concat([head, text]));
  expect(['answered', 'drafted']).toContain(outcome.kind);
});

test('of forty questions the first twelve are answered, and that is said', async () => {
  const raw = mail(Array.from({ length: 40 }, () => `- ${question}`).join('\n'), { from: 'many@mail.example' });
  expect((await desk.mailIn(raw)).kind).toBe('drafted');
  const [draft] = await desk.storage.drafts.list('open', 1);
  expect(draft?.sections.map(({ text }) => text).join()).toContain(
    'Your letter holds 40 questions. I answered the first 12',
  );
});

test('the same mail twice at once and once more later brings one letter', async () => {
  const raw = mail(question, { from: 'twice@mail.example' });
  await Promise.all([desk.answerMail(raw), desk.answerMail(raw)]);
  await desk.pump.run();
  await desk.mailIn(raw);
  expect(desk.posted.filter(({ to }) => JSON.stringify(to).includes('twice@'))).toHaveLength(1);
});

test('a forged sender is not written to, by the word of the server that was named and of no other', async () => {
  const strict = await openMailDesk({ config: { authenticationServer: 'mx.guichet.test' } });
  const from = (server: string, verdict: string) =>
    mail(question, {
      from: `${verdict}@mail.example`,
      id: `${server}.${verdict}@mail.example`,
      headers: [`Authentication-Results: ${server}; dmarc=${verdict} header.from=mail.example`],
    });
  expect(await strict.answerMail(from('mx.guichet.test', 'fail'))).toEqual({ kind: 'refused', code: 'mail/forged' });
  expect(await strict.answerMail(from('mx.liar.test', 'fail'))).toMatchObject({ kind: 'answered' });
  expect(await strict.answerMail(from('mx.guichet.test', 'pass'))).toMatchObject({ kind: 'answered' });
  await strict.close();
});

test('two programs that answer each other come to an end', async () => {
  const limited = await openMailDesk({ config: { dailyMost: 3 } });
  const kinds = [];
  for (let count = 1; count <= 5; count++) {
    kinds.push((await limited.mailIn(mail(question, { id: `loop${String(count)}@mail.example` }))).kind);
  }
  expect(kinds).toEqual(['answered', 'answered', 'answered', 'refused', 'refused']);
  expect(limited.log.lines).toContainEqual(expect.objectContaining({ code: 'mail/too-many' }));
  await limited.close();
});

test('a stranger who forwards somebody else’s mail is answered themselves', async () => {
  const raw = Buffer.from(
    mailFile('en-forwarded').toString().replaceAll('marie.petit@guichet.test', 'stranger@mail.example'),
  );
  const { letter } = await desk.mailIn(raw);
  expect(JSON.stringify(letter?.to ?? '')).not.toContain('li.wei');
});
