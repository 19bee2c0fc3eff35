import { createServer, type AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createMailWatch } from '../../../src/channels/email/mail-watch.ts';
import { readMailbox, type Reader } from '../../../src/channels/email/read-mailbox.ts';
import { recordingLog } from '../../desk/real-desk.ts';

const instant = '2026-11-22T10:00:00.000Z';
let reader: Reader | null = null;
afterEach(async () => {
  await reader?.close();
  reader = null;
});

/** As the health page reads it, of a box at this port of this machine. */
function watched(port: number) {
  const watch = createMailWatch(() => new Date(instant));
  const never = () => Promise.reject(new RangeError('No mail is read.'));
  reader = readMailbox({
    answerMail: never,
    mailboxes: { read: never, mark: never },
    refusedMails: { put: never },
    redact: (text) => ({ text, found: [], born: [] }),
    watch,
    clock: () => new Date(instant),
    log: recordingLog(),
    settings: {
      host: '127.0.0.1',
      port,
      secure: false,
      user: 'a',
      pass: 'b',
      folder: 'INBOX',
      handledFolder: undefined,
    },
  });
  return watch;
}

/** Answers each line with what `answers` gives for its command. */
async function imapServer(answers: (command: string) => string) {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write('* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] ready\r\n');
    socket.on('data', (bytes) => {
      const [, tag = '', command = ''] = /^(\S+) (\S+)/.exec(bytes.toString()) ?? [];
      if (!socket.destroyed) socket.write(answers(command).replaceAll('⟨tag⟩', tag));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

test('a server that does not answer is said by its code, since the first try', async () => {
  const { port, close } = await imapServer(() => '');
  close();
  const watch = watched(port);
  expect(watch.standing()).toMatchObject({ state: 'connecting', since: instant, code: null });
  await expect
    .poll(() => watch.standing())
    .toEqual({
      state: 'broken',
      since: instant,
      code: 'mail/connection',
      lastMail: null,
    });
});

test('a password that is not taken is said by its code', async () => {
  const { port, close } = await imapServer(() => '⟨tag⟩ NO [AUTHENTICATIONFAILED] no\r\n');
  const watch = watched(port);
  await expect.poll(() => watch.standing().code).toBe('mail/login');
  close();
});

test('connected again nothing is broken; the last mail stays', () => {
  const watch = createMailWatch(() => new Date(instant));
  watch.connecting();
  watch.connected();
  watch.read();
  watch.broken('mail/connection');
  expect(watch.standing()).toMatchObject({ state: 'broken', lastMail: instant });
  watch.connected();
  expect(watch.standing()).toEqual({ state: 'connected', since: instant, code: null, lastMail: instant });
});
