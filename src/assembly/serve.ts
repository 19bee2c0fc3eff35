import { createHash } from 'node:crypto';
import { forms } from '../../dialogs/index.ts';
import { apiDefaults, registerApi } from '../channels/api/register.ts';
import { registerBotService } from '../channels/bot-service/register.ts';
import { toWire } from '../channels/direct-line/wire.ts';
import { directLineDefaults, registerDirectLine } from '../channels/direct-line/register.ts';
import type { Config } from '../config.ts';
import { registerConsole } from '../console/register.ts';
import { firstAccountLink } from '../console/sign-in/first-account.ts';
import { invitationDays } from '../console/sign-in/invitation.ts';
import { prepare, type Prepared } from '../desk/prepare.ts';
import { createPump } from '../desk/pump.ts';
import { createSpeak } from '../desk/speak.ts';
import { createServer } from '../http/create-server.ts';
import { registerHealth } from '../http/health.ts';
import { registerMetrics } from '../http/metrics.ts';
import { keepNoConnection, stopServing } from '../http/stop.ts';
import { followKnowledge } from '../knowledge/live.ts';

import { createLog } from '../log.ts';
import { healthOf, measure } from './measure.ts';
import type { Log } from '../ports/log.ts';
import type { Sender } from '../ports/outbox.ts';
import { rememberProblems } from './remember-problems.ts';
import { openStorage, type Storage } from '../storage/open-storage.ts';
import { lockForServing } from '../storage/serving-lock.ts';
import { registerWeb, webDefaults } from '../web/register.ts';
import { clock } from './clock.ts';
import { createClosing } from './closing.ts';
import { curationRoom } from './curation-room.ts';
import { forgetting } from './forgetting.ts';
import { botServiceOf, databaseOf, directLineLimits, issuerOf, lameDuckMs, tokenKey } from './from-config.ts';
import { keysOf, requireFittingKeys } from './keys.ts';
import { tightenFiles } from './keep-private.ts';
import { drainOnFault } from './last-resort.ts';
import { knowledgeAt } from './load-knowledge.ts';
import { mailDoor } from './mail-door.ts';
import { openDesk } from './open-desk.ts';

/** The server: every door over one desk, until it is told to stop. */
export async function serve(config: Config): Promise<void> {
  const kept = rememberProblems(createLog(config.LOG_LEVEL ?? 'info', 1), clock);
  const { log } = kept;
  tightenFiles(config, log);
  // Before anything that takes its time.
  const lock = await lockForServing(databaseOf(config));
  const prepared = await prepare(await knowledgeAt(config.KNOWLEDGE_DIR, config.CACHE_DIR), config.CACHE_DIR);
  const storage = await openStorage(databaseOf(config), {
    deliveryKey: config.DELIVERY_KEY,
    clock,
    announceHandovers: config.SMTP_URL === undefined ? undefined : { channel: 'email' },
    trouble: (err) => {
      log.warn({ code: 'storage/failed', err }, 'the storage lost a connection, or could not tell of a write');
    },
  });
  const close = async (): Promise<void> => {
    await storage.close();
    lock.release();
  };
  try {
    await requireFittingKeys(storage.keyPrints, keysOf(config));
    await openDoors(config, { ...kept, prepared, storage, close });
  } catch (problem) {
    // What is open would keep the process from ending.
    await close();
    throw problem;
  }
}

type House = ReturnType<typeof rememberProblems> & {
  readonly prepared: Prepared;
  readonly storage: Storage;
  /** What is kept, when the doors are closed. */
  readonly close: () => Promise<void>;
};

async function openDoors(config: Config, { log, problems, counts, prepared, storage, close }: House): Promise<void> {
  const live = followKnowledge(config.KNOWLEDGE_DIR, prepared, {
    forms,
    prepare: (changed) => prepare(changed, config.CACHE_DIR),
    clock,
    log,
  });
  const { current } = live;
  const desk = openDesk(current, storage.conversations, log);
  const outside = {
    sites: config.TRUSTED_SITES,
    publicUrl: config.PUBLIC_URL ?? null,
    trustProxy: config.TRUST_PROXY,
  };
  const server = createServer(log, outside);
  const goingDown = new AbortController();
  const closing = createClosing({ lameDuckMs: lameDuckMs(config), log }, async () => {
    goingDown.abort();
    live.close();
    retention.stop();
    directLine.close();
    const end = await stopServing(server, servedWithinMs);
    await mail?.close();
    await pump.stop();
    await close();
    return end;
  });
  keepNoConnection(server, closing.begun);
  registerHealth(server, { knowledge: () => live.state().hash, ping: storage.ping, stopping: closing.begun, log });
  const botService = registerBotService(server, {
    ...storage,
    desk,
    redact: (text) => current().redact(text),
    say: (...phrase) => current().speaker.say(...phrase),
    clock,
    log,
    config: { ...botServiceOf(config), ...outside },
  });
  registerApi(server, { current, clock, config: { ...apiDefaults, ...outside }, log });
  const mail = mailDoor(config, { ...storage, desk, current, log });
  const directLine = registerDirectLine(server, {
    desk,
    ...storage,
    postBox: mail === null ? null : { outbox: storage.outbox, codes: storage.mailCodes },
    say: (...phrase) => current().speaker.say(...phrase),
    languages: () => current().speaker.languages,
    keepDays: () => current().knowledge.desk.keepTranscriptsDays,
    deskName: () => current().knowledge.desk.name,
    keys: { signing: tokenKey(config), secrets: config.DIRECT_LINE_SECRETS.map(sha256) },
    clock,
    config: { ...directLineDefaults, ...outside, limits: directLineLimits(config) },
    log,
  });
  registerWeb(server, {
    desk,
    numbers: storage.numbers,
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
  const measured = { ...storage, config, live, mail, problems, counts, clock };
  registerMetrics(server, { measure: () => measure(measured), token: config.METRICS_TOKEN, outside, clock, log });
  registerConsole(server, {
    ...storage,
    speak,
    health: () => healthOf(measured),
    curation: curationRoom(config, { ...storage, live, speak, log }),
    activities: (entries) =>
      toWire(entries, { user: 'student', bot: { id: 'guichet', name: 'Guichet' }, desk: { id: 'desk', name: 'Desk' } }),
    issuer: issuerOf(config),
    closing: goingDown.signal,
    current,
    clock,
    config: outside,
    log,
  });
  const retention = await forgetting(config, { ...storage, current, log });
  drainOnFault(log, (why, exitCode) => closing.close(why, { exitCode, atOnce: true }));
  process.on('SIGTERM', () => void closing.close('SIGTERM', { exitCode: 0 }));
  process.on('SIGINT', () => void closing.close('SIGINT', { exitCode: 0, atOnce: true }));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.PORT, config.HOST, resolve);
  });
  pump.start();
  const receiver = await mail?.start();
  if (receiver?.port != null) log.info({ smtp: receiver.port }, 'mail is received');
  const { port } = server.address();
  if (outside.publicUrl === null) log.info({}, 'no PUBLIC_URL: links work on this machine only');
  log.info({ port, knowledge: live.state().hash, node: process.versions.node }, 'the desk is open');
  await tellFirstAccount(storage, config.PUBLIC_URL ?? `http://localhost:${String(port)}`, current);
}

/** What is said outside a turn, and the outbox that carries it to the channels that have to be called. */
function delivering(storage: Storage, senders: Readonly<Record<string, Sender>>, log: Log) {
  const pump = createPump({ outbox: storage.outbox, senders, clock, log });
  storage.onDelivery(() => {
    pump.nudge();
  });
  return { pump, speak: createSpeak(storage.utterances, new Set(Object.keys(senders)), clock) };
}

/** To whoever started the program, and to no log: the link makes an administrator. */
async function tellFirstAccount({ staff }: Storage, origin: string, current: () => Prepared): Promise<void> {
  const path = await firstAccountLink(staff, clock());
  if (path === null) return;
  const { speaker } = current();
  const [language] = speaker.staffLanguages;
  const told = speaker.say(language, 'staff:first-account', { days: invitationDays });
  process.stderr.write(`\n${told}\n  ${origin}${path}\n\n`);
}

function sha256(secret: string): Uint8Array {
  return createHash('sha256').update(secret).digest();
}

/** Less than all of closing may take: what is kept has to be closed after it. */
const servedWithinMs = 6000;
