import fc, { type Arbitrary } from 'fast-check';
import { shortText } from './texts.ts';

const upgradeHeaders = [
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
];

const hosts = [
  'localhost',
  '127.0.0.1',
  '[::1]',
  'a|b',
  '<',
  '>',
  '^',
  '%',
  'a:99999',
  '1.2.3.4.5',
  'evil.example',
  'a b',
  '[',
  ']',
  'a@b',
  'a/b',
  '\u00e9',
  'x'.repeat(5_000),
  ':',
  'localhost:',
  'localhost:0x1',
  '%00',
  '..',
  '-',
  'a,b',
  '[::1',
  '[::ffff:1.2.3.4]',
];

/** The bytes of one HTTP request: method, target, Host and headers as nobody's browser would send them. */
export const rawRequest: Arbitrary<Buffer> = fc
  .record({
    method: fc.constantFrom(
      'GET',
      'GET',
      'POST',
      'HEAD',
      'PUT',
      'OPTIONS',
      'DELETE',
      'TRACE',
      'PATCH',
      'get',
      'G E T',
      '',
    ),
    target: fc.oneof(fc.constantFrom(...targets()), path()),
    version: fc.constantFrom('HTTP/1.1', 'HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/9', ''),
    host: fc.option(fc.oneof(fc.constantFrom(...hosts), shortText), { freq: 8 }),
    headers: fc.array(header(), { maxLength: 6 }),
    upgrade: fc.boolean(),
  })
  .map(({ method, target, version, host, headers, upgrade }) =>
    Buffer.from(
      [
        `${method} ${target} ${version}`,
        ...(host === null ? [] : [`Host: ${host}`]),
        ...headers,
        ...(upgrade ? upgradeHeaders : ['Connection: close']),
        '',
        '',
      ].join('\r\n'),
    ),
  );

function targets(): readonly string[] {
  return [
    '/',
    '//',
    '///',
    '*',
    'http://[',
    'http://a|b/',
    'https://evil.example/',
    '/%',
    '/%00',
    '/%e0%80%80',
    '/..',
    '/../../etc/passwd',
    '/?',
    '/#',
    '/en',
    '/fr',
    '/ask',
    '/widget.js',
    '/widget',
    '/api/messages',
    '/api/v1/',
    '/api/v1/eligibility',
    '/api/v1/openapi.json',
    '/healthz',
    '/readyz',
    '/metrics',
    '/staff',
    '/staff/sign-in',
    '/staff/conversations',
    '/staff/issuer/back?code=a&state=b',
    '/staff/knowledge/files',
    '/directline/v3/conversations',
    '/v3/directline/conversations/a',
    '/directline/v3/conversations/a/stream?t=a',
    '/v3/directline/tokens/generate',
    '/directline/v3/conversations/%/stream',
    `/${'a/'.repeat(2_000)}`,
    `/?${'a=b&'.repeat(2_000)}`,
    '/mail-me',
    '/en/answers/gp-refund',
  ];
}

function path(): Arbitrary<string> {
  return fc
    .tuple(
      fc.constantFrom(...targets()),
      fc.array(fc.oneof(shortText.map(encodeURIComponentSafely), fc.webQueryParameters()), { maxLength: 3 }),
    )
    .map(([start, parts]) => `${start}${parts.join('/')}`.replaceAll(/[\r\n]/g, ''));
}

function encodeURIComponentSafely(part: string): string {
  return encodeURIComponent(part.toWellFormed());
}

function header(): Arbitrary<string> {
  const name = fc.constantFrom(
    'Origin',
    'Cookie',
    'Authorization',
    'Accept-Language',
    'Accept',
    'Content-Type',
    'Content-Length',
    'Transfer-Encoding',
    'Forwarded',
    'X-Forwarded-For',
    'X-Forwarded-Proto',
    'X-Real-IP',
    'If-None-Match',
    'Range',
    'Expect',
    'Accept-Encoding',
    'Referer',
    'X-A',
    'Sec-Fetch-Site',
  );
  const held = fc.oneof(
    shortText,
    fc.constantFrom(
      'chunked',
      '99999999999',
      '-1',
      'Bearer a.b.c',
      'Basic ====',
      'null',
      'en-US,fr;q=0.5',
      'xx-%%-',
      '*;q=9',
      'application/json',
      'for=_a',
      '::1',
    ),
  );
  return fc.tuple(name, held).map(([key, text]) => `${key}: ${text.replaceAll(/[\r\n\0]/g, ' ')}`);
}
