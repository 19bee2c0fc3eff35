import type { Request, Response, Server } from 'restify';
import { withBoundary } from '../../boundary.ts';
import { limitTo } from '../../limit-to.ts';
import { AppError } from '../../core/errors.ts';
import { addressOf, type Outside } from '../../http/origin.ts';
import { createRateLimit, type Allowance } from '../../http/rate-limit.ts';
import { retryAfter } from '../../http/retry-after.ts';
import type { Announcements } from '../../ports/announcements.ts';
import type { Desk } from '../../ports/desk.ts';
import type { Journal } from '../../ports/journal.ts';
import type { Log } from '../../ports/log.ts';
import type { MailCodeLimits } from '../../ports/mail-codes.ts';
import type { Revocations } from '../../ports/revocations.ts';
import type { Say } from '../render-text.ts';
import { createGate, type SecretHashes } from './authorize.ts';
import { allowOrigin, answerPreflight } from './cors.ts';
import { createConversing } from './conversing.ts';
import { createHistory } from './history.ts';
import { createNames } from './name-conversation.ts';
import { createMailMe, type PostBox } from './mail-me.ts';
import { refusedFor, sendJson } from './refuse.ts';
import { createStreams } from './streams.ts';
import { byLink, createTokens } from './token.ts';
import { serveStreams } from './upgrade.ts';
import type { Author } from './wire.ts';

export type DirectLineConfig = Outside & {
  /** Origins of pages that may start a conversation without a secret, besides our own; `*` is every page. */
  readonly sites: readonly string[];
  readonly bot: Author;
  /** `mails`: codes of "mail me this". */
  readonly limits: {
    readonly perAddress: Allowance;
    readonly perConversation: Allowance;
    readonly mails: MailCodeLimits;
  };
};

/** 256 kB is what Direct Line takes of one activity. */
export const directLineDefaults = Object.freeze({
  sites: [] as readonly string[],
  publicUrl: null,
  trustProxy: false,
  bot: Object.freeze({ id: 'guichet', name: 'Guichet' }),
  // A school's whole building may share one address; one person types a message in a few seconds.
  limits: Object.freeze({
    perAddress: Object.freeze({ burst: 3000, perSecond: 50 }),
    perConversation: Object.freeze({ burst: 300, perSecond: 2 }),
    mails: Object.freeze({ perHour: 60, perNetwork: 20, perRecipient: 5 }),
  }),
}) satisfies DirectLineConfig;

/** After a gap every open conversation is looked at: those who write are not to wait for it. */
const looksAtOnce = 4;

export type DirectLineDoor = {
  readonly openStreams: () => number;
  /** Tells every reader to come back later. */
  close(): void;
};

/**
 * Direct Line 3.0 on this server, under `/v3/directline` and `/directline/v3`. Reads its own bodies. Nothing but
 * sockets lives in this process: history is the journal's, tokens carry their own proof.
 */
export function registerDirectLine(
  server: Server,
  door: {
    readonly desk: Desk;
    readonly journal: Journal;
    readonly postBox: PostBox;
    readonly revocations: Revocations;
    readonly announcements: Pick<Announcements, 'hear' | 'afterGap'>;
    readonly say: Say;
    /** Those that letters can be written in. */
    readonly languages: () => readonly string[];
    /** How long a conversation is kept. */
    readonly keepDays: () => number;
    /** The desk's name, as what its people say is signed. */
    readonly deskName: () => string;
    readonly keys: { readonly signing: Uint8Array; readonly secrets: SecretHashes };
    readonly clock: () => Date;
    readonly config: DirectLineConfig;
    readonly log: Pick<Log, 'warn' | 'error'>;
  },
): DirectLineDoor {
  const { config, clock, log } = door;
  const tokens = createTokens(door.keys.signing, clock, door);
  const gate = createGate({ tokens, secrets: door.keys.secrets, sites: config.sites, outside: config });
  const history = createHistory(door.journal, config.bot, () => ({ id: 'desk', name: door.deskName() }));
  const brokeOff = (problem: unknown): void => {
    log.warn({ code: refusedFor(problem).logged, err: problem }, 'a stream broke off');
  };
  const streams = createStreams(history, brokeOff);
  // Whoever had their own words erased goes on reading.
  const endRevoked = async (conversation: string): Promise<void> => {
    history.forget(conversation);
    if ((await door.revocations.of(conversation)) !== null) streams.end(conversation);
  };
  const endLinked = (conversation: string): void => {
    streams.end(conversation, byLink);
  };
  const lookAgain = async (conversation: string): Promise<void> => {
    await endRevoked(conversation);
    if ((await door.revocations.ofLinks(conversation)) !== null) endLinked(conversation);
  };
  const atOnce = limitTo(looksAtOnce);
  const unhear = [
    door.announcements.hear('erased', withBoundary(endRevoked, brokeOff)),
    door.announcements.hear('links-ended', endLinked),
    door.announcements.afterGap(() => {
      history.forget();
      for (const conversation of streams.conversations()) void atOnce(() => lookAgain(conversation)).catch(brokeOff);
    }),
  ];
  const names = createNames(door.keys.signing);
  const conversing = createConversing({ ...door, tokens, gate, history, names });
  const routes = { ...conversing, mailMe: createMailMe({ ...door, gate }) };
  const tooOften = createRateLimit(config.limits.perAddress);

  const handle = (route: keyof typeof routes) => async (req: Request, res: Response) => {
    try {
      allowOrigin(req, res, gate.trusts(req));
      const wait = tooOften(addressOf(req, config));
      if (wait > 0) throw new AppError('limit/rate', 'Too many requests from this address.', { seconds: wait });
      const { status, body } = await routes[route](req);
      sendJson(res, status, body);
    } catch (problem) {
      refuse(req, res, problem, route);
    }
  };
  const refuse = (req: Request, res: Response, problem: unknown, route: string): void => {
    const { status, code, message, logged } = refusedFor(problem);
    log[status >= 500 ? 'error' : 'warn'](
      { code: logged, status, route, ...(status >= 500 && { err: problem }) },
      'refused',
    );
    const seconds = problem instanceof AppError ? problem.details['seconds'] : undefined;
    const wait = typeof seconds === 'number' ? String(seconds) : status === 503 ? retryAfter : null;
    if (wait !== null) res.setHeader('retry-after', wait);
    // What still comes of a refused body is not waited for.
    if (!req.complete) res.setHeader('connection', 'close');
    sendJson(res, status, { error: { code, message } });
  };

  for (const root of ['/v3/directline', '/directline/v3']) {
    server.post(`${root}/tokens/generate`, handle('generate'));
    server.post(`${root}/tokens/refresh`, handle('refresh'));
    server.post(`${root}/conversations`, handle('start'));
    server.get(`${root}/conversations/:id`, handle('reconnect'));
    server.get(`${root}/conversations/:id/activities`, handle('activities'));
    server.post(`${root}/conversations/:id/activities`, handle('post'));
    server.post(`${root}/conversations/:id/upload`, handle('upload'));
    server.post(`${root}/conversations/:id/link`, handle('link'));
    server.post(`${root}/conversations/:id/link/end`, handle('endLinks'));
    server.opts(`${root}/*`, async (req: Request, res: Response) => {
      answerPreflight(req, res, gate.trusts(req));
      return Promise.resolve();
    });
  }
  server.post('/mail-me', handle('mailMe'));
  const sockets = serveStreams(server, { tokens, history, streams, log });
  return {
    openStreams: streams.open,
    close() {
      for (const stop of unhear) stop();
      streams.close();
      sockets.close();
    },
  };
}
