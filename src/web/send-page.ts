import { randomBytes } from 'node:crypto';
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
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
    packed = false,
    headers = {},
  }: {
    readonly status?: number;
    readonly framing?: Framing;
    readonly language: string;
    /** For pages that hold no secret of their reader: how long a packed page is tells of what is in it. */
    readonly packed?: boolean;
    /** Beside the usual ones, or in their place. */
    readonly headers?: OutgoingHttpHeaders;
  },
): void {
  const nonce = randomBytes(16).toString('base64');
  const whole = Buffer.from(page(nonce).markup);
  const encoding = packed ? encodingFor(res.req.headers['accept-encoding']?.toString() ?? '') : null;
  const bytes = encoding === null ? whole : encoding.pack(whole);
  res.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': bytes.length,
    'content-language': language,
    'content-security-policy': policy(nonce, framing),
    'cache-control': 'no-cache',
    vary: packed ? 'Accept-Language, Accept-Encoding' : 'Accept-Language',
    ...(encoding !== null && { 'content-encoding': encoding.name }),
    ...always,
    ...(framing.length === 0 && { 'x-frame-options': 'DENY' }),
    ...headers,
  });
  res.end(bytes);
}

/** What programs read. */
export function sendText(res: ServerResponse, type: string, text: string): void {
  const bytes = Buffer.from(text);
  res.writeHead(200, {
    'content-type': `${type}; charset=utf-8`,
    'content-length': bytes.length,
    'cache-control': 'public, max-age=3600',
    ...always,
  });
  res.end(bytes);
}

/** Made for each reader: packed as well as costs little. */
function encodingFor(accepted: string): { readonly name: string; readonly pack: (bytes: Buffer) => Buffer } | null {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
  if (/\bbr\b/.test(accepted)) return { name: 'br', pack: (bytes) => brotliCompressSync(bytes, quality) };
  if (/\bgzip\b/.test(accepted)) return { name: 'gzip', pack: (bytes) => gzipSync(bytes) };
  return null;
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
