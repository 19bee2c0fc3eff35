import { describe, expect, test } from 'vitest';
import { readAuthentication } from '../../src/channels/email/authentication.ts';
import { readAuthenticationResults } from '../../src/channels/email/authentication-results.ts';
import { parseMail } from '../../src/channels/email/parse-mail.ts';
import { mail } from '../channels/email/raw-mail.ts';

const server = 'mx.guichet.test';
const from = 'marie@guichet.test';

async function verdictOf(...lines: string[]) {
  const headers = lines.map((line) => `Authentication-Results: ${line}`);
  return readAuthentication(await parseMail(mail('Hello?', { from, headers })), server);
}

test.each([
  // The four of ten that a pattern anywhere in the line took for a pass.
  [
    'a pass inside a quoted address',
    'mx.guichet.test; spf=pass smtp.mailfrom="x dmarc=pass y"@evil.example; dkim=none; dmarc=fail',
  ],
  ['a pass inside a comment', 'mx.guichet.test; spf=none (dmarc=pass) smtp.mailfrom=evil.example; dmarc=fail (p=none)'],
  [
    'a pass inside a comment inside a comment',
    'mx.guichet.test; spf=none (a (b; dmarc=pass header.from=guichet.test) c); dmarc=fail',
  ],
  ['a pass inside a reason', 'mx.guichet.test; dkim=fail reason="no; dmarc=pass"; dmarc=fail header.from=guichet.test'],
  [
    'a quoted string with an escaped quote',
    String.raw`mx.guichet.test; spf=pass smtp.mailfrom="\"; dmarc=pass; \""@evil.example; dmarc=fail`,
  ],
  [
    'a pass that came first',
    'mx.guichet.test; dmarc=pass header.from=guichet.test; dmarc=fail header.from=guichet.test',
  ],
  [
    'a pass that came last',
    'mx.guichet.test; dmarc=fail header.from=guichet.test; dmarc=pass header.from=guichet.test',
  ],
  ['a hard failure of the envelope alone', 'mx.guichet.test; spf=fail smtp.mailfrom=guichet.test; dkim=none'],
  [
    'folded lines',
    'mx.guichet.test;\r\n\tspf=pass\r\n smtp.mailfrom=evil.example;\r\n dmarc=fail\r\n (p=reject)\r\n header.from=guichet.test',
  ],
])('%s is a failure', async (_, line) => {
  expect(await verdictOf(line)).toBe('fail');
});

test.each([
  ['a property that is named like the method', 'mx.guichet.test; spf=pass smtp.mailfrom=x dmarc=pass y@evil.example'],
  ['a property of the method', 'mx.guichet.test; spf=pass smtp.dmarc=pass dmarc=pass'],
  ['another server that passes all', 'mx.evil.test; dmarc=pass header.from=guichet.test'],
  ['a server whose name begins like ours', 'mx.guichet.test.evil.test; dmarc=pass header.from=guichet.test'],
  ['our server’s name in a comment', 'mx.evil.test (mx.guichet.test); dmarc=pass header.from=guichet.test'],
  [
    'a quoted string that never ends',
    'mx.guichet.test; spf=none smtp.mailfrom="x; dmarc=pass header.from=guichet.test',
  ],
  ['a comment that never ends', 'mx.guichet.test; spf=none (x; dmarc=pass header.from=guichet.test'],
  ['a bracket too many', 'mx.guichet.test; spf=none x); dmarc=pass header.from=guichet.test'],
  ['words where a result should stand', 'mx.guichet.test; hello there; dmarc=pass header.from=guichet.test'],
  ['a version that does not exist yet', 'mx.guichet.test 2; dmarc=pass header.from=guichet.test'],
  ['a version of the method that does not exist yet', 'mx.guichet.test; dmarc/2=pass header.from=guichet.test'],
  ['a result that only begins so', 'mx.guichet.test; dmarc=passed header.from=guichet.test'],
  ['a pass for somebody else’s From', 'mx.guichet.test; dmarc=pass header.from=evil.example'],
  ['a pass for the whole top level', 'mx.guichet.test; dmarc=pass header.from=test'],
  ['a property said twice', 'mx.guichet.test; dmarc=pass header.from=guichet.test header.from=evil.example'],
  ['somebody else who signed in', 'mx.guichet.test; auth=pass smtp.auth=evil@guichet.test'],
  ['another login that signed in', 'mx.guichet.test; auth=pass smtp.auth=evil'],
  ['a signature of another domain', 'mx.guichet.test; dkim=pass header.d=evil.example; dmarc=none'],
  ['an envelope of another domain', 'mx.guichet.test; spf=pass smtp.mailfrom=ana@evil.example'],
  ['none at all', 'mx.guichet.test; none'],
  ['a line of ten thousand brackets', `mx.guichet.test; ${'('.repeat(10_000)}dmarc=pass`],
])('%s proves nothing', async (_, line) => {
  expect(await verdictOf(line)).toBe('none');
});

test.each([
  [
    'as servers write it',
    'mx.guichet.test; spf=pass smtp.mailfrom=guichet.test; dkim=pass header.d=guichet.test; dmarc=pass (p=NONE sp=NONE dis=NONE) header.from=guichet.test',
  ],
  [
    'with unquoted base64 and a semicolon at the end',
    'mx.guichet.test; dkim=pass header.i=@guichet.test header.s=s1 header.b=aB/c+d==; dmarc=pass header.from=guichet.test;',
  ],
  [
    'with a version, spaces and comments wherever they may stand',
    '(x) mx.guichet.test (y) 1 (z); dmarc (a) = (b) pass (c) header (d) . from = guichet.test',
  ],
  ['with the version of the method', 'mx.guichet.test; dmarc/1=pass header.from=guichet.test'],
  ['in capitals', 'MX.Guichet.Test; DMARC=Pass header.from=GUICHET.test'],
  ['with the name quoted', '"mx.guichet.test"; dmarc=pass'],
  ['who signed in, by address', 'mx.guichet.test; auth=pass (cram-md5) smtp.auth=marie@guichet.test; dmarc=fail'],
  ['who signed in, by login', 'mx.guichet.test; auth=pass smtp.auth=marie smtp.mailfrom=marie@guichet.test'],
  [
    'a signature of the very domain, where it publishes no DMARC',
    'mx.guichet.test; dkim=pass header.d=guichet.test; dmarc=none',
  ],
  ['an envelope of the very domain', 'mx.guichet.test; spf=pass smtp.mailfrom=bounce@guichet.test'],
])('%s is a pass', async (_, line) => {
  expect(await verdictOf(line)).toBe('pass');
});

describe('of several lines', () => {
  const passes = `${server}; dmarc=pass header.from=guichet.test`;
  test.each([
    ['the topmost of the server speaks', [`${server}; dmarc=fail`, passes], 'fail'],
    ['a broken one of the server lets no other speak', [`${server}; dmarc=(fail`, passes], 'none'],
    ['those of others are passed over', ['mx.evil.test; dmarc=fail', passes], 'pass'],
  ])('%s', async (_, lines, verdict) => {
    expect(await verdictOf(...lines)).toBe(verdict);
  });
});

test('without a server named nothing is believed', async () => {
  const read = await parseMail(mail('Hello?', { from, headers: [`Authentication-Results: ${server}; dmarc=pass`] }));
  expect(readAuthentication(read, undefined)).toBe('none');
});

test('values come out without their quotes, methods with what they are about', () => {
  const line = String.raw`mx; spf=pass (ok) smtp.mailfrom="a \"b\" c"@evil.example reason="x; y"; iprev=fail policy.iprev=192.0.2.1`;
  expect(readAuthenticationResults(line)).toEqual({
    server: 'mx',
    checks: [
      {
        method: 'spf',
        result: 'pass',
        about: new Map([
          ['smtp.mailfrom', 'a "b" c@evil.example'],
          ['reason', 'x; y'],
        ]),
      },
      { method: 'iprev', result: 'fail', about: new Map([['policy.iprev', '192.0.2.1']]) },
    ],
  });
});
