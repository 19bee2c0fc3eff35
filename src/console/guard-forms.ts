import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/**
 * The token of a visitor's forms, made from a cookie that no other site can read: who cannot read the cookie cannot write
 * a form that is taken.
 */
export function formToken(secret: string): string {
  return createHash('sha256').update(`form ${secret}`).digest('base64url');
}

/** Whether a form came from our own page: its token is the visitor's, and the browser names no other origin. */
export function isOwnForm(req: IncomingMessage, form: URLSearchParams, secret: string, own: string): boolean {
  return fromOwnPage(req, own) && sameText(form.get('csrf') ?? '', formToken(secret));
}

function fromOwnPage(req: IncomingMessage, own: string): boolean {
  const { origin } = req.headers;
  const site = req.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  // A browser that hides the origin still says whether it is ours.
  return origin === undefined || (origin === 'null' ? site === 'same-origin' : origin === own);
}

function sameText(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
