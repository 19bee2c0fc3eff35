import { randomBytes } from 'node:crypto';
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { retryAfter } from '../http/retry-after.ts';
import { compressed } from './compress.ts';
import type { Html } from './html.ts';

/** Who may show our pages in a frame: nobody, or the pages of these origins (the widget). */
export type Framing = readonly string[];

/**
 * Sends a page under the strict policy: nothing from elsewhere, scripts and styles by nonce. `page` is given the nonce.
 */
export function sendPage(
  res: ServerResponse,
  page: (nonce: string) => Html,
  {
    status = 200,
    framing = [],
    language,
    accepted = '',
    headers = {},
  }: {
    readonly status?: number;
    readonly framing?: Framing;
    readonly language: string;
    /** How the browser takes it compressed; left out for pages with a secret, which its length could give away (BREACH). */
    readonly accepted?: string;
    /** Beside the usual ones, or in their place. */
    readonly headers?: OutgoingHttpHeaders;
  },
): void {
  const nonce = randomBytes(16).toString('base64');
  const { encoding, bytes } = compressed(Buffer.from(page(nonce).markup), accepted);
  res.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': bytes.length,
    'content-language': language,
    'content-security-policy': policy(nonce, framing),
    'cache-control': 'no-cache',
    ...(encoding !== null && { 'content-encoding': encoding }),
    ...(status === 503 && { 'retry-after': retryAfter }),
    vary: 'Accept-Language, Accept-Encoding',
    ...always,
    ...(framing.length === 0 && { 'x-frame-options': 'DENY' }),
    ...headers,
  });
  res.end(bytes);
}

/** Sent with whatever we serve. */
export const always = Object.freeze({
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'cross-origin-opener-policy': 'same-origin',
});

function policy(nonce: string, framing: Framing): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    // Web Chat makes its styles in the page and takes the nonce for them; one of its parts makes an empty one without it.
    `style-src 'self' 'nonce-${nonce}' ${emptyStyle}`,
    // Web Chat draws its own icons as data: images.
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framing.length === 0 ? "'none'" : framing.join(' ')}`,
    "frame-src 'self'",
  ].join('; ');
}

/** The hash of nothing. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
