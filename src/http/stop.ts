import type { Request, Response, Server } from 'restify';

/** Once it is on its way down, a proxy's connections end with the answer they carry: none is closed under a request. */
export function keepNoConnection(server: Server, begun: () => boolean): void {
  server.pre((_req: Request, res: Response, next: () => void) => {
    if (begun()) res.header('connection', 'close');
    next();
  });
}

/**
 * Takes no new connection and waits until what was begun is answered, at most `patienceMs`; what then still hangs is cut
 * off. Idle connections are closed at once.
 */
export async function stopServing(server: Server, patienceMs: number): Promise<'drained' | 'cut off'> {
  const closed = new Promise<'drained'>((resolve) => {
    server.close(() => {
      resolve('drained');
    });
  });
  server.server.closeIdleConnections();
  const patience = Promise.withResolvers<'cut off'>();
  const timer = setTimeout(() => {
    patience.resolve('cut off');
  }, patienceMs);
  // A connection that was busy a moment ago goes idle after its answer, and would be kept alive for its whole time.
  const sweep = setInterval(() => {
    server.server.closeIdleConnections();
  }, 50);
  const end = await Promise.race([closed, patience.promise]);
  clearTimeout(timer);
  clearInterval(sweep);
  if (end === 'cut off') server.server.closeAllConnections();
  return end;
}
