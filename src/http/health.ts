import type { Request, Response, Server } from 'restify';
import type { Log } from '../ports/log.ts';

/** `/healthz`: the process lives. `/readyz`: it can take messages, so not while the database is away or on the way down. */
export function registerHealth(
  server: Server,
  about: {
    /** The hash of the knowledge that answers now. */
    readonly knowledge: () => string;
    readonly ping: () => Promise<void>;
    readonly stopping: () => boolean;
    readonly log: Log;
  },
): void {
  const { knowledge, ping, stopping, log } = about;
  server.get('/healthz', async (_req: Request, res: Response) => {
    say(res, 200, { status: 'ok', knowledge: knowledge() });
    return Promise.resolve();
  });
  server.get('/readyz', async (_req: Request, res: Response) => {
    if (stopping()) {
      say(res, 503, { status: 'stopping' });
      return;
    }
    try {
      await ping();
      say(res, 200, { status: 'ready', knowledge: knowledge() });
    } catch (problem) {
      log.error({ code: 'storage/failed', err: problem }, 'not ready');
      say(res, 503, { status: 'storage/failed' });
    }
  });
}

function say(res: Response, status: number, body: unknown): void {
  res.header('cache-control', 'no-store');
  res.send(status, body);
}
