import type { ServerResponse } from 'node:http';
import type { ErrorCode } from '../core/errors.ts';

/**
 * Ends one request that broke, or cannot be read: with a code where nothing of an answer is out yet, else by closing the
 * line, so that nobody takes half an answer for a whole one. What still comes of the request is not waited for.
 */
export function answerFault(res: ServerResponse, status: 400 | 404 | 500, code: ErrorCode): void {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  const body = JSON.stringify({ error: { code } });
  res.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  });
  res.end(body);
}
