import type { Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { connectMail, type MailConfig } from '../../../src/channels/email/connect.ts';
import { createAnswerMail } from '../../../src/channels/email/answer-mail.ts';
import type { MailOutcome } from '../../../src/channels/email/mail-outcome.ts';
import type { MailDoor } from '../../../src/channels/email/mail-door.ts';
import { startMailThread, type MailThread } from '../../../src/channels/email/mail-thread.ts';
import { createOwnIds } from '../../../src/channels/email/own-ids.ts';
import { day } from '../../../src/core/day.ts';
import { createDesk } from '../../../src/desk/create-desk.ts';
import { createPump } from '../../../src/desk/pump.ts';
import { createSpeak } from '../../../src/desk/speak.ts';
import { openStorage, type Storage } from '../../../src/storage/open-storage.ts';
import { noon, recordingLog } from '../../desk/real-desk.ts';
import { own } from './raw-mail.ts';
import { prepared } from '../../own-desk.ts';

const key = Buffer.alloc(32, 7);

/** Kept for all desks that bring none of their own: to start one loads what reads mail, and takes longer than most tests. */
const sharedThread = startMailThread();

export type Posted = ParsedMail & { readonly raw: string };

/** The server that takes our letters, on a free port of this machine. `answer` may refuse what it is given. */
async function openPostOffice(answer: () => Error | 'hang up' | null = () => null) {
  const posted: Posted[] = [];
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, _session, done) {
      void (async () => {
        const raw = await buffer(stream);
        const verdict = answer();
        if (!(verdict instanceof Error)) posted.push({ ...(await simpleParser(raw)), raw: raw.toString() });
        if (verdict !== 'hang up') done(verdict);
        else for (const socket of sockets) socket.destroy();
      })();
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(resolve);
    });
  return { posted, url: `smtp://127.0.0.1:${String(port)}`, close };
}

type Options = {
  readonly storage?: Storage;
  readonly config?: Partial<MailConfig>;
  readonly thread?: MailThread;
  readonly answer?: () => Error | 'hang up' | null;
};

/** The whole mail door over a real desk, a database in memory and a post office on this machine. */
export async function openMailDesk({ storage: given, config = {}, answer, thread }: Options = {}) {
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
    webForms: [],
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
    thread: thread ?? sharedThread,
    ids: createOwnIds(key, 'guichet.test'),
    settings: doorSettings(settings),
  });
  return {
    storage,
    desk,
    speaker: prepared.speaker,
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
      await thread?.end();
      await office.close();
      await storage.close();
    },
  };
}

function doorSettings({
  mode,
  from,
  forwarders,
  webForms,
  authenticationServer,
  dailyMost,
}: MailConfig): MailDoor['settings'] {
  return {
    own: from.address,
    mode: mode === 'off' ? 'auto' : mode,
    forwarders: forwarders.length > 0 ? forwarders : ['@guichet.test'],
    webForms,
    authenticationServer,
    dailyMost,
  };
}
