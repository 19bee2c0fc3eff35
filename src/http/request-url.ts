import type { IncomingMessage } from 'node:http';

/**
 * The path and the query that were asked for. The target is appended, not resolved: against a base `//x/y` would name a
 * host, and `//` would throw. The host in it means nothing.
 */
export function requestUrl({ url = '/' }: Pick<IncomingMessage, 'url'>): URL {
  return new URL(`http://localhost${url}`);
}
