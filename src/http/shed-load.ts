import type { Request, Response, Server } from 'restify';
import type { Log } from '../ports/log.ts';
import { retryAfter } from './retry-after.ts';

/**
 * Refuses what comes while `most` requests wait for their answer: who is told at once to come back is served sooner than who
 * stands in a line that only grows, and what waits here is held in memory. Whoever watches us is answered all the same.
 */
export function shedLoad(server: Server, log: Log, most: number = mostOpen): void {
  let open = 0;
  let told = false;
  server.pre((req: Request, res: Response, next: (go?: false) => void) => {
    if (watching.has(req.getPath())) {
      next();
      return;
    }
    if (open >= most) {
      if (!told) log.warn({ code: 'limit/load', open }, 'more is asked than can be answered: the rest is sent away');
      told = true;
      refuse(req, res);
      next(false);
      return;
    }
    open += 1;
    res.once('close', () => {
      open -= 1;
      if (open < most / 2) told = false;
    });
    next();
  });
}

/** Said without the router's help, which has not looked at the request yet. */
function refuse(req: Request, res: Response): void {
  const body = JSON.stringify({
    error: { code: 'limit/load', message: 'Too much is asked at the moment: send it again.' },
  });
  res.writeHead(503, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'retry-after': retryAfter,
    // What still comes of the request is not waited for.
    ...(!req.complete && { connection: 'close' }),
  });
  res.end(body);
}

/** And what stays open: it waits for nothing. */
const watching = new Set(['/healthz', '/readyz', '/metrics', '/staff/events']);
/** Ten seconds of work for one process; who waits longer has gone away. */
const mostOpen = 1000;
