import { readFileSync } from 'node:fs';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { connectMail, type MailConfig } from '../../../src/channels/email/connect.ts';
import { createAnswerMail, type MailDoor, type MailOutcome } from '../../../src/channels/email/answer-mail.ts';
import { createOwnIds } from '../../../src/channels/email/own-ids.ts';
import { day } from '../../../src/core/day.ts';
import { createDesk } from '../../../src/desk/create-desk.ts';
import { prepare } from '../../../src/desk/prepare.ts';
import { createPump } from '../../../src/desk/pump.ts';
import { createSpeak } from '../../../src/desk/speak.ts';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { openStorage, type Storage } from '../../../src/storage/open-storage.ts';
import { noon, recordingLog } from '../../desk/real-desk.ts';

const prepared = await prepare(loadKnowledge('knowledge'), 'var');
export const own = 'desk@guichet.test';
const key = Buffer.alloc(32, 7);

/** A mail of `test/mails`, its placeholders filled. */
export function mailFile(name: string, values: Readonly<Record<string, string>> = {}): Buffer {
  const raw = readFileSync(`test/mails/${name}.eml`);
  if (Object.keys(values).length === 0) return raw;
  return Buffer.from(
    raw.toString().replaceAll(/\{\{(\w+)\}\}/g, (_whole, placeholder: string) => values[placeholder] ?? ''),
  );
}

/** A plain mail by its text; `headers` are lines. */
export function mail(
  text: string,
  { from = 'ana@mail.example', subject = 'Question', headers = [] as string[] } = {},
): Buffer {
  const lines = [`From: ${from}`, `To: ${own}`, `Subject: ${subject}`, ...headers];
  if (!headers.some((line) => /^message-id:/i.test(line)))
    lines.push(`Message-ID: <${String(text.length)}-${subject.length}@mail.example>`);
  if (!headers.some((line) => /^content-type:/i.test(line))) lines.push('Content-Type: text/plain; charset=utf-8');
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${text.replaceAll('\n', '\r\n')}\r\n`);
}

export type Posted = ParsedMail & { readonly raw: string };

/** The server that takes our letters, on a free port of this machine. `answer` may refuse what it is given. */
export async function openPostOffice(answer: () => Error | 'hang up' | null = () => null) {
  const posted: Posted[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks);
        void simpleParser(raw).then((parsed) => {
          const verdict = answer();
          if (verdict === null || verdict === 'hang up') posted.push({ ...parsed, raw: raw.toString() });
          if (verdict === 'hang up') (session as unknown as { connection?: unknown; socket?: unknown }, cut(server));
          else done(verdict);
        });
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    posted,
    url: `smtp://127.0.0.1:${String(port)}`,
    close: () => new Promise<void>((resolve) => void server.close(resolve)),
  };
}

/** Every connection breaks without a word. */
function cut(server: SMTPServer): void {
  for (const connection of (server as unknown as { connections: Set<{ _socket: { destroy(): void } }> }).connections) {
    connection._socket.destroy();
  }
}

type Options = {
  readonly storage?: Storage;
  readonly config?: Partial<MailConfig>;
  readonly answer?: () => Error | 'hang up' | null;
};

/** The whole mail door over a real desk, a database in memory and a post office on this machine. */
export async function openMailDesk({ storage: given, config = {}, answer }: Options = {}) {
  const storage =
    given ??
    (await openStorage(
      { kind: 'sqlite', path: ':memory:', durability: 'NORMAL' },
      { announceHandovers: { channel: 'email' } },
    ));
  const office = await openPostOffice(answer);
  const log = recordingLog();
  const time = { now: noon };
  const clock = () => time.now;
  const desk = createDesk({ ...prepared, conversations: storage.conversations, clock, log });
  const settings: MailConfig = {
    smtpUrl: office.url,
    from: { written: `Help desk <${own}>`, address: own },
    mode: 'auto',
    forwarders: [],
    authenticationServer: undefined,
    dailyMost: 20,
    imapUrl: null,
    handledFolder: undefined,
    receiver: null,
    ...config,
  };
  const door = { ...storage, desk, current: () => prepared, today: () => day('2026-11-22'), clock, log };
  const connection = connectMail({
    ...door,
    key,
    handoversTo: () => 'colleagues@guichet.test',
    staffRoom: 'https://guichet.test/staff',
    continueAt: (conversation) => Promise.resolve(`https://guichet.test/#continue=${conversation}`),
    config: settings,
  });
  const pump = createPump({ outbox: storage.outbox, senders: { email: connection.sender }, clock, log });
  const answerMail = createAnswerMail({
    ...door,
    ids: createOwnIds(key, 'guichet.test'),
    settings: doorSettings(settings),
  });
  return {
    storage,
    desk,
    log,
    time,
    connection,
    pump,
    posted: office.posted,
    speak: createSpeak(storage.utterances, new Set(['email']), clock),
    answerMail,
    /** Takes a mail in and sends what it led to. */
    async mailIn(raw: Buffer): Promise<MailOutcome & { readonly letter: Posted | undefined }> {
      const before = office.posted.length;
      const outcome = await answerMail(raw);
      await pump.run();
      return {
        ...outcome,
        letter: office.posted.slice(before).find(({ to }) => !JSON.stringify(to).includes('colleagues')),
      };
    },
    async close() {
      await connection.close();
      await office.close();
      await storage.close();
    },
  };
}

function doorSettings({ mode, from, forwarders, authenticationServer, dailyMost }: MailConfig): MailDoor['settings'] {
  return {
    own: from.address,
    mode: mode === 'off' ? 'auto' : mode,
    forwarders: forwarders.length > 0 ? forwarders : ['@guichet.test'],
    authenticationServer,
    dailyMost,
  };
}
