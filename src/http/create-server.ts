import restify, { type Request, type Response, type Server } from 'restify';
import type { Log } from '../ports/log.ts';
import { answerFault } from './answer-fault.ts';
import { guardRequests } from './guard-requests.ts';
import type { Outside } from './origin.ts';
import { shedLoad } from './shed-load.ts';

/** A server with nothing on it but manners: time limits, safe headers, a log of what broke. It does not listen yet. */
export function createServer(log: Log, { publicUrl }: Pick<Outside, 'publicUrl'> = { publicUrl: null }): Server {
  const server = restify.createServer({ name: 'guichet', handleUncaughtExceptions: false });
  Object.assign(server.server, timeLimits);
  const headers = { ...safeHeaders, ...(publicUrl?.startsWith('https:') === true && httpsOnly) };
  server.pre((req: Request, res: Response, next: () => void) => {
    // Node sends no body to a HEAD, whatever is written: all that can be fetched can be asked about (RFC 9110, 9.3.2).
    if (req.method === 'HEAD') req.method = 'GET';
    for (const [name, value] of Object.entries(headers)) res.header(name, value);
    next();
  });
  server.on(
    'restifyError',
    (req: Request, res: Response, problem: Error & { statusCode?: number }, done: () => void) => {
      const status = problem.statusCode ?? 500;
      // 404 and 405 are the caller's and many: they are no event.
      if (status < 500 && !res.headersSent) {
        done();
        return;
      }
      log.error({ code: 'http/failed', status, method: req.method, err: problem }, 'a request failed');
      // restify would say what the error says, and throw where nobody catches if an answer has begun.
      answerFault(res, 500, 'http/failed');
    },
  );
  guardRequests(server, log);
  shedLoad(server, log);
  // No connection more could be taken: those that are open go on.
  server.on('error', (problem: Error) => {
    log.error({ code: 'http/failed', err: problem }, 'the server could not take a connection');
  });
  return server;
}

const timeLimits = Object.freeze({
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  // Longer than the idle time of usual proxies (60 s), so that none reuses a connection which is being closed.
  keepAliveTimeout: 65_000,
});

const safeHeaders = Object.freeze({
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
});

/** Browsers that were here once come by https only, for a year. Other names under this one are not ours to decide for. */
const httpsOnly = Object.freeze({ 'strict-transport-security': 'max-age=31536000' });
