import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveGuichet } from '../channels/server/running-guichet.ts';
import { lines, rawRequest, type RawAnswer } from './raw-request.ts';

type Running = Awaited<ReturnType<typeof serveGuichet>>;

/** Who passes for a program on this machine, and what a Host is believed: one desk at home, one that is open to the world. */
let folder: string;
let home: Running;
let open: Running;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-callers-'));
  home = await serveGuichet({ DATABASE_URL: `sqlite:${join(folder, 'home.db')}` });
  open = await serveGuichet({
    DATABASE_URL: `sqlite:${join(folder, 'open.db')}`,
    PUBLIC_URL: 'https://guichet.school.example/',
    TRUST_PROXY: 'yes',
  });
}, 240_000);
afterAll(async () => {
  for (const desk of [home, open]) expect(await desk.end('SIGTERM')).toBe(0);
  rmSync(folder, { recursive: true });
});

const portOf = (desk: Running): number => Number(new URL(desk.url).port);

function activity(more: Readonly<Record<string, unknown>> = {}): string {
  const from = { type: 'message', text: 'hello', conversation: { id: 'callers' }, from: { id: 'stranger' } };
  return JSON.stringify({ ...from, serviceUrl: 'http://127.0.0.1:9', deliveryMode: 'expectReplies', ...more });
}

/** `HOST` in the headers is the desk's own address. */
async function say(
  desk: Running,
  headers: readonly string[],
  { body = activity(), version = 'HTTP/1.1' } = {},
): Promise<RawAnswer> {
  const own = headers.map((line) => line.replace(/\bHOST\b/, `127.0.0.1:${portOf(desk)}`));
  const type = 'Content-Type: application/json';
  return rawRequest(portOf(desk), lines(`POST /api/messages ${version}`, [...own, type], body), 30_000);
}

async function metrics(desk: Running, headers: readonly string[], version = 'HTTP/1.1'): Promise<number> {
  const own = headers.map((line) => line.replace(/\bHOST\b/, `127.0.0.1:${portOf(desk)}`));
  return (await rawRequest(portOf(desk), lines(`GET /metrics ${version}`, own))).status;
}

test.each([
  ['by its address', ['Host: HOST']],
  ['by its name', ['Host: localhost']],
  ['by its name and any port', ['Host: LOCALHOST:1234']],
  ['by its address in IPv6', ['Host: [::1]:3978']],
  ['from its own page', ['Host: HOST', 'Origin: http://HOST', 'Sec-Fetch-Site: same-origin']],
])('this machine is let in when it calls %s', async (_, headers) => {
  expect((await say(home, headers)).status).toBe(200);
  expect(await metrics(home, headers)).toBe(200);
});

describe('what is not this machine, though the connection comes from it, is 403', () => {
  test.each([
    ['a name that was made to lead here (DNS rebinding)', ['Host: rebind.evil.example']],
    ['such a name with our port', ['Host: rebind.evil.example:3978', 'Origin: http://rebind.evil.example:3978']],
    ['a name that begins like ours', ['Host: localhost.evil.example']],
    ['a name that ends like ours', ['Host: evil.localhost']],
    ['every address of this machine', ['Host: 0.0.0.0:3978']],
    ['a page of another site', ['Host: HOST', 'Origin: https://evil.example']],
    ['a page that hides where it is from', ['Host: HOST', 'Origin: null']],
    ['a page of another program on this machine', ['Host: HOST', 'Origin: http://127.0.0.1:1']],
    ['a page, as the browser says', ['Host: HOST', 'Sec-Fetch-Site: cross-site']],
    ['a page that has not to say', ['Host: HOST', 'Sec-Fetch-Site: same-site']],
    ...[
      'Forwarded: for=203.0.113.9',
      'X-Forwarded-For: 203.0.113.9',
      'X-Forwarded-Host: desk.example',
      'X-Forwarded-Proto: https',
      'X-Real-IP: 203.0.113.9',
      'X-Client-IP: 203.0.113.9',
      'X-Cluster-Client-IP: 203.0.113.9',
      'X-Original-For: 203.0.113.9',
      'Via: 1.1 proxy',
      'CF-Connecting-IP: 203.0.113.9',
      'CF-Ray: 1',
      'CDN-Loop: cloudflare',
      'True-Client-IP: 203.0.113.9',
      'Fastly-Client-IP: 203.0.113.9',
      'Fly-Client-IP: 203.0.113.9',
      'X-Envoy-External-Address: 203.0.113.9',
      'X-Amzn-Trace-Id: Root=1',
      'X-ARR-LOG-ID: 1',
      'X-Azure-ClientIP: 203.0.113.9',
      'X-AppEngine-User-IP: 203.0.113.9',
      'Proxy-Connection: close',
    ].map((header): [string, string[]] => [`a proxy that adds "${header}"`, ['Host: HOST', header]]),
  ])('%s', async (_, headers) => {
    const refused = await say(home, headers);
    expect([refused.status, refused.body]).toEqual([403, expect.stringContaining('auth/refused')]);
    expect(await metrics(home, headers)).toBe(403);
  });

  test('a proxy that adds nothing and passes the Host on', async () => {
    expect((await say(home, ['Host: guichet.school.example'])).status).toBe(403);
  });

  test('a proxy that was told nothing, which is HTTP/1.0 to our own address', async () => {
    expect((await say(home, ['Host: HOST'], { version: 'HTTP/1.0' })).status).toBe(403);
    expect(await metrics(home, ['Host: HOST'], 'HTTP/1.0')).toBe(403);
  });

  test('a target that names another host than the Host line', async () => {
    const bytes = lines('GET http://evil.example/metrics HTTP/1.1', ['Host: localhost']);
    expect((await rawRequest(portOf(home), bytes)).status).toBe(403);
  });
});

test('with PUBLIC_URL or TRUST_PROXY nobody passes for this machine, and each desk says so at its start', async () => {
  expect((await say(open, ['Host: HOST'])).status).toBe(403);
  expect(await metrics(open, ['Host: HOST'])).toBe(403);
  const said = (desk: Running) =>
    desk.lines.filter(({ code }) => code === 'auth/missing').map(({ msg }) => String(msg));
  expect(said(home)).toEqual([
    expect.stringMatching(/MicrosoftAppId.*this machine only/),
    expect.stringMatching(/METRICS_TOKEN.*on this machine/),
  ]);
  expect(said(open)).toEqual([
    expect.stringMatching(/MicrosoftAppId.*closed/),
    expect.stringMatching(/METRICS_TOKEN.*closed/),
  ]);
});

describe('without an app id a reply goes to this machine alone', () => {
  test.each([
    'http://10.0.0.1/',
    'http://169.254.169.254/latest/meta-data',
    'http://192.168.1.1:8080',
    'https://evil.example',
    'http://localhost@evil.example/',
    'http://localhost.evil.example',
    'http://0.0.0.0:80',
    'http://[fd00::1]/',
  ])('not to %s', async (serviceUrl) => {
    for (const deliveryMode of ['normal', 'expectReplies']) {
      const refused = await say(home, ['Host: HOST'], { body: activity({ serviceUrl, deliveryMode }) });
      expect([refused.status, refused.body]).toEqual([403, expect.stringContaining('serviceUrl')]);
    }
  });

  test.each(['http://localhost:9', 'http://127.0.0.1:9/x', 'http://[::1]:9', 'http://2130706433:9'])(
    'to %s',
    async (serviceUrl) => {
      const taken = await say(home, ['Host: HOST'], { body: activity({ serviceUrl }) });
      expect(taken.status).toBe(200);
    },
  );
});

describe('a Host that somebody made up stands in no link', () => {
  const poison = 'poison.example:81';
  test.each([
    '/',
    '/en/answers',
    '/en/privacy',
    '/widget',
    '/widget/demo',
    '/widget.js',
    '/api/v1/',
    '/api/v1/openapi.json',
  ])('%s', async (path) => {
    for (const desk of [home, open]) {
      const answer = await rawRequest(portOf(desk), lines(`GET ${path} HTTP/1.1`, [`Host: ${poison}`]));
      expect(answer.status).toBe(200);
      expect(`${answer.head} ${answer.body}`).not.toContain('poison.example');
    }
  });

  test('the front page names its public address, or this machine where it was called by that', async () => {
    const page = async (desk: Running, host: string) =>
      (await rawRequest(portOf(desk), lines('GET / HTTP/1.1', [`Host: ${host}`, 'Accept-Language: en']))).body;
    expect(await page(open, poison)).toContain('rel="canonical" href="https://guichet.school.example/en"');
    expect(await page(home, 'localhost:81')).toContain('rel="canonical" href="http://localhost:81/en"');
    expect(await page(home, poison)).toContain('rel="canonical" href="/en"');
    expect(await page(home, poison)).toContain('&#34;stream&#34;:false');
    expect(await page(home, 'localhost:81')).toContain('&#34;stream&#34;:true');
  });

  test.each([
    ['made up: none, and the page asks for what is new instead', poison, undefined],
    ['of this machine', 'localhost:81', 'ws://localhost:81/'],
  ])('the address of the stream, where the Host is %s', async (_, host, begins) => {
    const headers = [`Host: ${host}`, `Origin: http://${host}`, 'Content-Type: application/json'];
    const bytes = lines('POST /v3/directline/conversations HTTP/1.1', headers, '{}');
    const started = await rawRequest(portOf(home), bytes, 30_000);
    expect(started.status).toBe(201);
    const { streamUrl } = JSON.parse(started.body) as { streamUrl?: string };
    expect(streamUrl?.slice(0, begins?.length)).toBe(begins);
  });
});

test('browsers that were here once come by https, where that is how the outside reaches us', async () => {
  for (const path of ['/', '/healthz', '/api/v1/', '/staff/sign-in', '/nowhere']) {
    const head = async (desk: Running) =>
      (await rawRequest(portOf(desk), lines(`GET ${path} HTTP/1.1`, ['Host: localhost']))).head;
    expect(await head(open)).toContain('strict-transport-security: max-age=31536000');
    expect(await head(home)).not.toContain('strict-transport-security');
  }
});

test('the addresses of one customer’s IPv6 network are one to a limit', async () => {
  const from = async (address: string): Promise<number> => {
    const headers = ['Host: localhost', `X-Forwarded-For: ${address}`];
    return (await rawRequest(portOf(open), lines('GET /api/v1/quote HTTP/1.1', headers))).status;
  };
  const statuses: number[] = [];
  // Ten a second are given back: far fewer than are asked for here.
  while (statuses.length < 1000 && statuses.at(-1) !== 429)
    statuses.push(await from(`2001:db8:1:2:${statuses.length.toString(16)}::1`));
  expect(statuses.at(-1)).toBe(429);
  expect(await from('2001:db8:1:3::1')).toBe(405);
  expect(await from('203.0.113.9')).toBe(405);
});
