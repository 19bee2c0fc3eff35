import type { IncomingMessage, ServerResponse } from 'node:http';

/** Lets the page of a trusted site read the answer. Others get none of these headers, and their browser keeps it from them. */
export function allowOrigin(req: IncomingMessage, res: ServerResponse, trusted: boolean): void {
  res.setHeader('vary', 'Origin');
  if (!trusted || req.headers.origin === undefined) return;
  res.setHeader('access-control-allow-origin', req.headers.origin);
  res.setHeader('access-control-expose-headers', 'Retry-After');
}

export function answerPreflight(req: IncomingMessage, res: ServerResponse, trusted: boolean): void {
  allowOrigin(req, res, trusted);
  if (trusted) {
    res.setHeader('access-control-allow-methods', 'GET, POST');
    res.setHeader('access-control-allow-headers', 'Authorization, Content-Type, x-ms-bot-agent, x-requested-with');
    res.setHeader('access-control-max-age', '86400');
  }
  res.writeHead(204);
  res.end();
}
