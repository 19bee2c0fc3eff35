import { createTransport } from 'nodemailer';
import { afterEach, expect, test } from 'vitest';
import type { MailOutcome } from '../../../src/channels/email/mail-outcome.ts';
import { checkAuthentication } from '../../../src/channels/email/authentication.ts';
import { startReceiver, type Receiver } from '../../../src/channels/email/smtp-receiver.ts';
import { recordingLog } from '../../desk/real-desk.ts';
import { mail, own } from './raw-mail.ts';

let receiver: Receiver | undefined;
afterEach(() => receiver?.close());

/** A receiver whose desk says what it is told to. */
async function receiving(outcome: MailOutcome | Error | Promise<MailOutcome>, burst = 100) {
  const log = recordingLog();
  const taken: { readonly envelopeFrom: unknown; readonly bytes: number }[] = [];
  receiver = await startReceiver({
    answerMail: (raw, received) => {
      taken.push({ envelopeFrom: received?.envelopeFrom, bytes: raw.length });
      return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome);
    },
    authenticationOf: () => Promise.resolve('none'),
    log,
    settings: { port: 0, host: '127.0.0.1', own, rate: { burst, perSecond: 0.001 } },
  });
  const transport = createTransport({
    host: '127.0.0.1',
    port: receiver.port,
    requireTLS: true,
    tls: { rejectUnauthorized: false },
  });
  const send = async (to = own, raw: Buffer = mail('Hello?')): Promise<string> => {
    try {
      return (await transport.sendMail({ envelope: { from: 'ana@mail.example', to }, raw })).response;
    } catch (problem) {
      return String((problem as { response?: string }).response);
    }
  };
  return { taken, send, log };
}

const answered: MailOutcome = { kind: 'answered', conversation: 'c' };

test('a mail is acknowledged over TLS once the desk has it, with its envelope', async () => {
  const { taken, send } = await receiving(answered);
  expect(await send()).toMatch(/^250/);
  expect(taken).toEqual([{ envelopeFrom: 'ana@mail.example', bytes: expect.any(Number) as number }]);
});

test('mail for anybody else is not passed on', async () => {
  const { taken, send } = await receiving(answered);
  expect(await send('victim@mail.example')).toMatch(/^550 mail\/not-here/);
  expect(taken).toEqual([]);
});

test('a mail of 30 MB is refused with its code', async () => {
  const { taken, send } = await receiving(answered);
  expect(await send(own, Buffer.alloc(30 * 1024 * 1024, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n'))).toMatch(
    /^552/,
  );
  expect(taken).toEqual([]);
});

test('who brings too many is told to come back', async () => {
  const { send } = await receiving(answered, 2);
  expect([await send(), await send(), await send()].map((response) => response.slice(0, 3))).toEqual([
    '250',
    '250',
    '450',
  ]);
});

test.each([
  ['while the desk is open is an error', false, 'turn/failed'],
  ['because the desk closes is none', true, 'mail/connection'],
])('a mail that cannot be handled %s', async (_, closes, code) => {
  const handled = Promise.withResolvers<MailOutcome>();
  const { taken, send, log } = await receiving(handled.promise);
  const errors: unknown[] = [];
  log.error = (fields) => void errors.push(fields);
  const sent = send();
  await expect.poll(() => taken.length).toBe(1);
  const closed = closes ? receiver?.close() : undefined;
  handled.reject(new Error('The thread was ended.'));
  await sent;
  await closed;
  const said = closes ? log.lines : errors;
  await expect.poll(() => said).toMatchObject([{ code }]);
  expect(errors).toHaveLength(closes ? 0 : 1);
});

test.each([
  { code: 'mail/forged', response: /^554 mail\/forged/ },
  { code: 'mail/too-many-parts', response: /^554 mail\/too-many-parts/ },
  // A refusal would make the other server write to somebody.
  { code: 'mail/automatic', response: /^250/ },
  { code: 'mail/bounce', response: /^250/ },
] as const)('$code is told to the other server or kept quiet', async ({ code, response }) => {
  const { send } = await receiving({ kind: 'refused', code });
  expect(await send()).toMatch(response);
});

test('what could not be kept is not acknowledged: the other server tries again', async () => {
  const { send } = await receiving(new Error('the disk is full'));
  expect(await send()).toMatch(/^451 storage\/failed/);
});

test.each([
  { policy: 'v=DMARC1; p=reject', spf: 'v=spf1 -all', authentication: 'fail' },
  { policy: 'v=DMARC1; p=reject', spf: 'v=spf1 ip4:192.0.2.1 -all', authentication: 'pass' },
  { policy: null, spf: null, authentication: 'none' },
])(
  'the sender is checked by what its domain says ($policy, $spf): $authentication',
  async ({ policy, spf, authentication }) => {
    const resolver = (domain: string, type: string): Promise<string[][]> => {
      if (type === 'TXT' && domain === '_dmarc.mail.example' && policy !== null) return Promise.resolve([[policy]]);
      if (type === 'TXT' && domain === 'mail.example' && spf !== null) return Promise.resolve([[spf]]);
      return Promise.reject(Object.assign(new Error('none'), { code: 'ENOTFOUND' }));
    };
    const sent = { ip: '192.0.2.1', helo: 'mail.example', sender: 'ana@mail.example' };
    expect(await checkAuthentication(mail('Hello?'), sent, resolver)).toBe(authentication);
  },
);
