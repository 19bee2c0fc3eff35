import type { IncomingMessage } from 'node:http';

/** How the outside reaches this process. */
export type Outside = {
  /** `https://guichet.example`, or null: taken from each request's Host. */
  readonly publicUrl: string | null;
  /** Whether a proxy of ours sets X-Forwarded-For and X-Forwarded-Proto. */
  readonly trustProxy: boolean;
};

/** Scheme and host under which the person reached us, without a slash at the end. */
export function ownOrigin(req: IncomingMessage, outside: Outside): string {
  if (outside.publicUrl !== null) return new URL(outside.publicUrl).origin;
  const forwarded = outside.trustProxy ? firstOf(req.headers['x-forwarded-proto']) : undefined;
  const scheme = forwarded ?? ('encrypted' in req.socket ? 'https' : 'http');
  return `${scheme}://${req.headers.host ?? 'localhost'}`;
}

/** The origin of the page that sent this, or null when none is named (a program, not a page). */
export function pageOrigin(req: IncomingMessage): string | null {
  const origin = req.headers.origin;
  return origin === undefined || origin === 'null' ? null : origin;
}

/** The person's network address: behind a proxy of ours, the last that it saw. */
export function addressOf(req: IncomingMessage, outside: Outside): string {
  const seen = outside.trustProxy ? lastOf(req.headers['x-forwarded-for']) : undefined;
  return seen ?? req.socket.remoteAddress ?? 'unknown';
}

function firstOf(header: string | string[] | undefined): string | undefined {
  return header?.toString().split(',')[0]?.trim();
}

function lastOf(header: string | string[] | undefined): string | undefined {
  return header?.toString().split(',').at(-1)?.trim();
}
