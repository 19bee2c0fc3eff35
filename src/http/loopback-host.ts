import type { IncomingMessage } from 'node:http';

/** `localhost`, `127.0.0.1` or `[::1]`, with any port. */
export function hasLoopbackHost(req: IncomingMessage): boolean {
  return /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d*)?$/i.test(req.headers.host ?? '');
}
