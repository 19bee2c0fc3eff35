import type { IncomingMessage } from 'node:http';
import { hasLoopbackHost } from './loopback-host.ts';
import { networkOf } from './network-of.ts';

/** How the outside reaches this process. */
export type Outside = {
  /** `https://guichet.example`, or null: only this machine is given links. */
  readonly publicUrl: string | null;
  /** Whether a proxy of ours sets X-Forwarded-For and X-Forwarded-Proto. */
  readonly trustProxy: boolean;
};

/**
 * Scheme and host under which the person reached us, without a slash at the end: what a page's own origin is compared
 * with. A request's Host is whatever its sender wrote: no link is made of it (`linkOrigin`).
 */
export function ownOrigin(req: IncomingMessage, outside: Outside): string {
  if (outside.publicUrl !== null) return new URL(outside.publicUrl).origin;
  const forwarded = outside.trustProxy ? firstOf(req.headers['x-forwarded-proto']) : undefined;
  const scheme = (forwarded ?? ('encrypted' in req.socket ? 'https' : 'http')) === 'https' ? 'https' : 'http';
  return `${scheme}://${req.headers.host ?? 'localhost'}`;
}

/** What links begin with: `PUBLIC_URL`, or this machine's own name where it was called by that. Null: links have no host. */
export function linkOrigin(req: IncomingMessage, outside: Outside): string | null {
  return outside.publicUrl !== null || hasLoopbackHost(req) ? ownOrigin(req, outside) : null;
}

/** The origin of the page that sent this, or null when none is named (a program, not a page). */
export function pageOrigin(req: IncomingMessage): string | null {
  const origin = req.headers.origin;
  return origin === undefined || origin === 'null' ? null : origin;
}

/** The person's network, as limits count: behind a proxy of ours, of the last address that it saw. */
export function addressOf(req: IncomingMessage, outside: Outside): string {
  const seen = outside.trustProxy ? networkOf(lastOf(req.headers['x-forwarded-for']) ?? '') : null;
  return seen ?? networkOf(req.socket.remoteAddress ?? '') ?? 'unknown';
}

function firstOf(header: string | string[] | undefined): string | undefined {
  return header?.toString().split(',')[0]?.trim();
}

function lastOf(header: string | string[] | undefined): string | undefined {
  return header?.toString().split(',').at(-1)?.trim();
}
