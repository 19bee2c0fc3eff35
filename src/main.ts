import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { chat } from './channels/ask/chat.ts';
import { askJsonl } from './channels/ask/jsonl.ts';
import { replay, replayJournal } from './channels/ask/replay.ts';
import { apiDefaults, registerApi } from './channels/api/register.ts';
import { registerBotService } from './channels/bot-service/register.ts';
import { createContinueLink } from './channels/direct-line/continue-link.ts';
import { toWire } from './channels/direct-line/wire.ts';
import { directLineDefaults, registerDirectLine } from './channels/direct-line/register.ts';
import { connectMail, type MailConnection } from './channels/email/connect.ts';
import { readConfig, type Config } from './config.ts';
import type { CurationRoom } from './console/curation/room.ts';
import { registerConsole } from './console/register.ts';
import { firstAccountLink } from './console/sign-in/first-account.ts';
import { createIssuer, type Issuer } from './console/sign-in/issuer.ts';
import { AppError } from './core/errors.ts';
import { createCuration } from './curation/curate.ts';
import { createLinter } from './curation/linter.ts';
import { createPreviews } from './curation/previews.ts';
import { createDesk } from './desk/create-desk.ts';
import { prepare, type Prepared } from './desk/prepare.ts';
import { createPump } from './desk/pump.ts';
import { createSpeak } from './desk/speak.ts';
import { createServer } from './http/create-server.ts';
import { registerHealth } from './http/health.ts';
import { dayIn } from './http/paris-day.ts';
import { registerMetrics } from './http/metrics.ts';
import { stopServing } from './http/stop.ts';
import { followKnowledge, type Live } from './knowledge/live.ts';
import { loadKnowledge } from './knowledge/load.ts';
import { createLog } from './log.ts';
import type { Conversations } from './ports/conversations.ts';
import type { Desk } from './ports/desk.ts';
import type { Log } from './ports/log.ts';
import type { Sender } from './ports/outbox.ts';
import type { Speak } from './ports/speak.ts';
import { journalLines } from './replay/journal-recording.ts';
import { createReplays } from './replay/replays.ts';
import { healthOf, measure } from './measure.ts';
import { rememberProblems } from './remember-problems.ts';
import { createErasureList } from './privacy/erasure-list.ts';
import { keepDaysOf } from './privacy/keep-days.ts';
import { createRetention, type Retention } from './privacy/retention.ts';
import { requirePinnedRuntime } from './runtime.ts';
import { keyFromFile } from './storage/keys.ts';
import { openLogged } from './storage/open-logged.ts';
import { openStorage, type Storage } from './storage/open-storage.ts';
import { registerWeb, webDefaults } from './web/register.ts';

/** The only assembly: environment, knowledge, storage, turn, doors. `node src/main.ts` serves; `… ask` talks here. */
async function main(): Promise<void> {
  requirePinnedRuntime();
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      jsonl: { type: 'boolean', default: false },
      locale: { type: 'string' },
      replay: { type: 'string' },
      update: { type: 'boolean', default: false },
      from: { type: 'string' },
      until: { type: 'string' },
      channel: { type: 'string' },
      limit: { type: 'string', default: '1000' },
    },
  });
  const config = readConfig();
  const [command] = positionals;
  if (command === undefined) await serve(config);
  else if (command === 'ask') await ask(config, values);
  else
    throw new AppError('config/invalid', `No command "${command}": there is "ask", and without one the server starts.`);
}

async function serve(config: Config): Promise<void> {
  const { log, problems } = rememberProblems(createLog(config.LOG_LEVEL ?? 'info', 1), clock);
  const prepared = await prepare(loadKnowledge(config.KNOWLEDGE_DIR), config.CACHE_DIR);
  const storage = await openStorage(databaseOf(config), {
    deliveryKey: config.DELIVERY_KEY,
    announceHandovers: config.SMTP_URL === undefined ? undefined : { channel: 'email' },
    trouble: (err) => {
      log.warn({ code: 'storage/failed', err }, 'processes cannot tell one another');
    },
  });
  const live = followKnowledge(config.KNOWLEDGE_DIR, prepared, {
    prepare: (changed) => prepare(changed, config.CACHE_DIR),
    clock,
    log,
  });
  const { current } = live;
  const desk = openDesk(current, storage.conversations, log);
  prepared.warm();
  const server = createServer(log);
  let stopping = false;
  registerHealth(server, { knowledge: () => live.state().hash, ping: storage.ping, stopping: () => stopping, log });
  const botService = registerBotService(server, {
    ...storage,
    desk,
    redact: (text) => current().redact(text),
    say: (...phrase) => current().speaker.say(...phrase),
    clock,
    log,
    config: botServiceOf(config),
  });
  const outside = {
    sites: config.TRUSTED_SITES,
    publicUrl: config.PUBLIC_URL ?? null,
    trustProxy: config.TRUST_PROXY,
  };
  registerApi(server, { current, clock, config: { ...apiDefaults, ...outside }, log });
  const mail = mailOf(config, { ...storage, desk, current, log });
  const directLine = registerDirectLine(server, {
    desk,
    journal: storage.journal,
    postBox: mail === null ? null : storage.outbox,
    say: (...phrase) => current().speaker.say(...phrase),
    deskName: () => current().knowledge.desk.name,
    keys: { signing: tokenKey(config), secrets: config.DIRECT_LINE_SECRETS.map(sha256) },
    clock,
    config: { ...directLineDefaults, ...outside },
    log,
  });
  registerWeb(server, {
    desk,
    current,
    mails: mail !== null,
    clock,
    config: { ...webDefaults, ...outside },
    log,
  });
  // By channel: who carries out what has to be called to reach a person.
  const senders: Record<string, Sender> = {
    'bot-service': botService.sender,
    ...(mail !== null && { email: mail.sender }),
  };
  const { pump, speak } = delivering(storage, senders, log);
  const measured = { ...storage, config, live, problems, clock };
  registerMetrics(server, { measure: () => measure(measured), token: config.METRICS_TOKEN, clock });
  registerConsole(server, {
    ...storage,
    speak,
    health: () => healthOf(measured),
    curation: curationOf(config, { ...storage, live, speak, log }),
    activities: (entries) =>
      toWire(entries, { user: 'student', bot: { id: 'guichet', name: 'Guichet' }, desk: { id: 'desk', name: 'Desk' } }),
    issuer: issuerOf(config),
    current,
    clock,
    config: outside,
    log,
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.PORT, config.HOST, resolve);
  });
  pump.start();
  const retention = await forgetting(config, { ...storage, current, log });
  const receiver = await mail?.start();
  if (receiver?.port != null) log.info({ smtp: receiver.port }, 'mail is received');
  const { port } = server.address();
  log.info({ port, knowledge: live.state().hash, node: process.versions.node }, 'the desk is open');
  await tellFirstAccount(storage, config.PUBLIC_URL ?? `http://localhost:${String(port)}`);

  const stop = async (signal: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    live.close();
    retention.stop();
    directLine.close();
    const end = await stopServing(server, drainMs);
    await mail?.close();
    await pump.stop();
    await storage.close();
    log.info({ signal, end }, 'the desk is closed');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
}

/** What was erased stays so after a backup is brought back; what has had its time is forgotten every night. */
async function forgetting(
  config: Config,
  { personalData, announcements, current, log }: Storage & { readonly current: () => Prepared; readonly log: Log },
): Promise<Retention> {
  const { DATABASE_URL, CACHE_DIR } = config;
  const lies = DATABASE_URL.kind === 'sqlite' && DATABASE_URL.path !== ':memory:';
  const folder = lies ? dirname(DATABASE_URL.path) : CACHE_DIR;
  const list = createErasureList(join(folder, 'erasures.txt'), personalData);
  const again = await list.apply(clock().toISOString());
  if (again > 0) log.warn({ conversations: again }, 'a backup brought back what was erased: it is erased again');
  announcements.hear('erased', () => {
    list.note().catch((err: unknown) => {
      log.error({ code: 'storage/failed', err }, 'an erasure could not be listed beside the database');
    });
  });
  const keepDays = () => keepDaysOf(current().knowledge.desk);
  const retention = createRetention({ personalData, keepDays, clock, log });
  retention.start();
  return retention;
}

/** Changing the knowledge, and what follows from that: previews, replays, telling who was told wrong. */
function curationOf(
  config: Config,
  {
    live,
    speak,
    knowledgeChanges,
    corrections,
    announcements,
    log,
  }: Storage & { readonly log: Log; readonly live: Live<Prepared>; readonly speak: Speak },
): CurationRoom {
  const folder = config.KNOWLEDGE_DIR;
  const reading = { folder, cacheFolder: config.CACHE_DIR, database: databaseOf(config) };
  const curation = createCuration({
    folder,
    changes: knowledgeChanges,
    secondApproval: config.SECOND_APPROVAL,
    published: ({ id }) => {
      void live.reload();
      void announcements.announce('knowledge', id);
    },
    clock,
  });
  announcements.hear('knowledge', (change) => {
    curation
      .takeOver(change)
      .then(() => live.reload())
      .catch((err: unknown) => {
        log.error({ code: 'storage/failed', err }, 'what another process published could not be read');
      });
  });
  const [previews, replays] = [createPreviews(reading), createReplays(reading)];
  announcements.hear('erased', () => {
    previews.forget();
    replays.forget();
  });
  return {
    folder,
    curation,
    changes: knowledgeChanges,
    previews,
    replays,
    lint: createLinter(folder),
    corrections,
    speak,
    state: live.state,
  };
}

/** To whoever started the program, and to no log: the link makes an administrator. */
async function tellFirstAccount({ staff }: Storage, origin: string): Promise<void> {
  const path = await firstAccountLink(staff, clock());
  if (path === null) return;
  process.stderr.write(
    `\nNobody has an account in the staff room yet. Make the first one (once, within 7 days):\n  ${origin}${path}\n\n`,
  );
}

/** The mail door, where there is a server that takes our letters. */
function mailOf(
  config: Config,
  parts: Storage & { readonly desk: Desk; readonly current: () => Prepared; readonly log: Log },
): MailConnection | null {
  const { SMTP_URL, MAIL_FROM, SMTP_RECEIVER_PORT, SMTP_RECEIVER_KEY, SMTP_RECEIVER_CERT } = config;
  if (SMTP_URL === undefined || MAIL_FROM === undefined) return null;
  const publicUrl = config.PUBLIC_URL ?? null;
  const key = tokenKey(config);
  const tls =
    SMTP_RECEIVER_KEY === undefined || SMTP_RECEIVER_CERT === undefined
      ? undefined
      : { key: readFileSync(SMTP_RECEIVER_KEY, 'utf8'), cert: readFileSync(SMTP_RECEIVER_CERT, 'utf8') };
  return connectMail({
    ...parts,
    key,
    clock,
    today: () => dayIn(zone, clock()),
    handoversTo: () => config.MAIL_HANDOVERS_TO ?? parts.current().knowledge.desk.contact.email,
    staffRoom: publicUrl === null ? null : `${publicUrl.replace(/\/$/, '')}/staff`,
    continueAt: createContinueLink(key, clock, publicUrl),
    config: {
      smtpUrl: SMTP_URL,
      from: MAIL_FROM,
      mode: config.MAIL_MODE,
      forwarders: config.MAIL_FORWARDERS,
      authenticationServer: config.MAIL_AUTH_SERVER,
      dailyMost: config.MAIL_DAILY_LIMIT,
      imapUrl: config.IMAP_URL ?? null,
      handledFolder: config.IMAP_HANDLED_FOLDER,
      receiver: SMTP_RECEIVER_PORT === undefined ? null : { port: SMTP_RECEIVER_PORT, host: config.HOST, tls },
    },
  });
}

function issuerOf(config: Config): Issuer | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = config;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null;
  return createIssuer({ issuer, clientId, clientSecret, claim: config.OIDC_ROLE_CLAIM, roleOf: config.OIDC_ROLES });
}

/** What is said outside a turn, and the outbox that carries it to the channels that have to be called. */
function delivering(storage: Storage, senders: Readonly<Record<string, Sender>>, log: Log) {
  const pump = createPump({ outbox: storage.outbox, senders, clock, log });
  storage.onDelivery(() => {
    pump.nudge();
  });
  return { pump, speak: createSpeak(storage.utterances, new Set(Object.keys(senders)), clock) };
}

type AskOptions = {
  readonly jsonl: boolean;
  readonly update: boolean;
  readonly locale?: string | undefined;
  readonly replay?: string | undefined;
  /** With `--replay journal`: which of the logged conversations. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly channel?: string | undefined;
  readonly limit: string;
};

async function ask(config: Config, options: AskOptions): Promise<void> {
  const { jsonl, locale, replay: file, update } = options;
  const log = createLog(config.LOG_LEVEL ?? 'error', 2);
  const prepared = await prepare(loadKnowledge(config.KNOWLEDGE_DIR), config.CACHE_DIR);
  const storage = await openStorage({ kind: 'sqlite', path: ':memory:', durability: 'NORMAL' });
  const desk = openDesk(() => prepared, storage.conversations, log);
  const { speaker } = prepared;
  const asked = {
    desk,
    speaker,
    today: () => dayIn(zone, clock()),
  };
  const dayOf = (instant: Date) => dayIn(zone, instant);
  if (file === 'journal') {
    const { logged, close } = openLogged(databaseOf(config));
    const conversations = journalLines(logged, options, Number(options.limit) || 1000);
    if ((await replayJournal(asked, { conversations, dayOf }, process.stdout)) > 0) process.exitCode = 1;
    await close();
  } else if (file !== undefined) {
    const changed = await replay(asked, { file, update, dayOf }, process.stdout);
    if (changed > 0 && !update) process.exitCode = 1;
  } else if (jsonl) await askJsonl(asked, process.stdin, process.stdout);
  else await chat(asked, process.stdin, process.stdout, locale);
  await storage.close();
}

/** One desk for every door: the same turn, the same order, the same journal, whatever knowledge answers at the moment. */
function openDesk(current: () => Prepared, conversations: Conversations, log: Log): Desk {
  return createDesk({
    takeTurn: (incoming, state) => current().takeTurn(incoming, state),
    apologise: (incoming, state, reference) => current().apologise(incoming, state, reference),
    redact: (text) => current().redact(text),
    conversations,
    clock,
    log,
  });
}

function databaseOf({ DATABASE_URL, DATABASE_DURABILITY }: Config): Parameters<typeof openStorage>[0] {
  return DATABASE_URL.kind === 'sqlite' ? { ...DATABASE_URL, durability: DATABASE_DURABILITY } : DATABASE_URL;
}

/** Beside the database; with several processes on one server they must share it, so it has to be given. */
function tokenKey({ TOKEN_KEY, DATABASE_URL }: Config): Uint8Array {
  if (TOKEN_KEY !== undefined) return TOKEN_KEY;
  if (DATABASE_URL.kind === 'sqlite' && DATABASE_URL.path === ':memory:') return randomBytes(32);
  if (DATABASE_URL.kind === 'sqlite') return keyFromFile(dirname(DATABASE_URL.path), 'token');
  throw new AppError(
    'config/invalid',
    'TOKEN_KEY: with PostgreSQL give a key, the same to every process: openssl rand -base64 32',
  );
}

function botServiceOf(config: Config): Parameters<typeof registerBotService>[1]['config'] {
  const settings = Object.entries(config).flatMap(([name, value]) =>
    /^[A-Z][a-z]|^OAuth/.test(name) && typeof value === 'string' ? [[name, value] as const] : [],
  );
  return { appId: config.MicrosoftAppId ?? null, settings: Object.fromEntries(settings) };
}

function sha256(secret: string): Uint8Array {
  return createHash('sha256').update(secret).digest();
}

function clock(): Date {
  return new Date();
}

const zone = 'Europe/Paris';
/** A turn takes milliseconds; a slow network is given this long to take its answer. */
const drainMs = 10_000;

main().catch((problem: unknown) => {
  // A person reads this, not a program: what to do, without a stack where we know it.
  console.error(problem instanceof AppError ? `${problem.message} (${problem.code})` : problem);
  process.exitCode = 1;
});
