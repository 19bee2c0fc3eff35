import type { IncomingMessage, ServerResponse } from 'node:http';
import { pageOrigin } from '../../http/origin.ts';

/** Lets scripts of these sites read the answer. Answers are the same for everybody, so no credentials are asked for. */
export function allowOrigin(req: IncomingMessage, res: ServerResponse, sites: readonly string[]): boolean {
  res.setHeader('vary', 'Origin, Accept-Language, Accept');
  const origin = pageOrigin(req);
  if (origin === null || !(sites.includes('*') || sites.includes(origin))) return false;
  res.setHeader('access-control-allow-origin', origin);
  res.setHeader('access-control-expose-headers', 'Retry-After, Content-Language');
  return true;
}

export function allowPreflight(req: IncomingMessage, res: ServerResponse, sites: readonly string[]): void {
  if (allowOrigin(req, res, sites)) {
    res.setHeader('access-control-allow-methods', 'GET, POST');
    res.setHeader('access-control-allow-headers', 'Content-Type, Accept-Language');
    res.setHeader('access-control-max-age', '86400');
  }
  res.writeHead(204);
  res.end();
}
