import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { directLineDefaults } from '../../../src/channels/direct-line/register.ts';
import { begin, call } from './calls.ts';
import { createCellar, openEchoHouse, secret, type EchoHouse } from './echo-house.ts';

let house: EchoHouse;
let now = new Date('2026-11-22T10:00:00Z');
const cellar = createCellar();

beforeAll(async () => {
  house = await openEchoHouse(cellar, { clock: () => now, config: { sites: ['https://school.example'] } });
});
afterAll(() => house.close());

describe.each(['/v3/directline', '/directline/v3'])('a conversation under %s', (path) => {
  test('begins with a greeting, keeps ids in order, answers what was said, and goes on from a watermark', async () => {
    const { token, at } = await begin(`${house.url}${path}`, secret);
    const sent = await call(`${at}/activities`, 'POST', {
      bearer: token,
      body: { type: 'message', text: 'hello', from: { id: 'somebody else' }, channelData: { clientActivityID: 'c-1' } },
    });
    expect(sent.status).toBe(200);
    const all = (await call(`${at}/activities`, 'GET', { bearer: token })).body;
    const shown = all.activities.filter(({ type }) => type === 'message');
    expect(shown.map(({ text, from }) => [from.role, from.id, text])).toEqual([
      ['bot', 'guichet', 'Welcome'],
      ['user', 'ann', 'hello'],
      ['bot', 'guichet', 'You said: hello'],
    ]);
    expect(all.activities.map(({ id }) => id.split('|')[1])).toEqual(['0000001', '0000002', '0000003', '0000004']);
    expect(shown[1]).toMatchObject({ id: sent.body.id, channelData: { clientActivityID: 'c-1' } });
    expect(shown[2]?.replyToId).toBe(sent.body.id);
    const rest = (await call(`${at}/activities?watermark=3`, 'GET', { bearer: token })).body;
    expect(rest.activities.map(({ text }) => text)).toEqual(['You said: hello']);
    expect(rest.activities[0]?.replyToId).toBe(sent.body.id);
    expect(rest.watermark).toBe(all.watermark);
    const none = (await call(`${at}/activities?watermark=${rest.watermark}`, 'GET', { bearer: token })).body;
    expect(none).toEqual({ activities: [], watermark: '4' });
  });
});

const root = (): string => `${house.url}/v3/directline`;

test('the same message sent twice is answered once, under one id', async () => {
  const { token, at } = await begin(root(), secret);
  const body = { type: 'message', text: 'twice', channelData: { clientActivityID: 'same' } };
  const first = await call(`${at}/activities`, 'POST', { bearer: token, body });
  await call(`${at}/activities`, 'POST', { bearer: token, body: { type: 'message', text: 'between' } });
  const second = await call(`${at}/activities`, 'POST', { bearer: token, body });
  expect(second.body.id).toBe(first.body.id);
  const { activities } = (await call(`${at}/activities`, 'GET', { bearer: token })).body;
  expect(activities.filter(({ text }) => text === 'twice')).toHaveLength(1);
});

test('a conversation started twice greets once', async () => {
  const { token, at } = await begin(root(), secret);
  const again = await call(`${root()}/conversations`, 'POST', { bearer: token, body: {} });
  expect(again.status).toBe(200);
  const { activities } = (await call(`${at}/activities`, 'GET', { bearer: token })).body;
  expect(activities.filter(({ text }) => text === 'Welcome')).toHaveLength(1);
});

test('with the secret alone, messages bear the name that the client gives its user', async () => {
  const started = (await call(`${root()}/conversations`, 'POST', { bearer: secret, body: {} })).body;
  const at = `${root()}/conversations/${started.conversationId}/activities`;
  await call(at, 'POST', { bearer: secret, body: { type: 'message', text: 'hi', from: { id: 'kiosk-3' } } });
  const { activities } = (await call(at, 'GET', { bearer: secret })).body;
  expect(activities.find(({ text }) => text === 'hi')?.from.id).toBe('kiosk-3');
});

test.each(['typing', 'event', 'conversationUpdate', 'endOfConversation'])(
  '%s is taken and answered by nothing',
  async (type) => {
    const { token, at } = await begin(root(), secret);
    const taken = await call(`${at}/activities`, 'POST', { bearer: token, body: { type, from: { id: 'ann' } } });
    expect(taken.status).toBe(200);
    expect((await call(`${at}/activities`, 'GET', { bearer: token })).body.activities).toHaveLength(2);
  },
);

describe('who is let in', () => {
  test.each([
    ['without a secret, from nowhere', {}, 401, 'MissingAuthorization'],
    [
      'without a secret, from a stranger’s page',
      { headers: { origin: 'https://evil.example' } },
      401,
      'MissingAuthorization',
    ],
    ['with a wrong secret', { bearer: 'guess' }, 403, 'BadArgument'],
  ])('no token %s', async (_, options, status, code) => {
    const refused = await call(`${root()}/tokens/generate`, 'POST', options);
    expect([refused.status, refused.body.error?.code]).toEqual([status, code]);
    expect(refused.body.error?.message).toBeTruthy();
  });

  test.each([
    ['our own page', () => house.url],
    ['a site named in the configuration', () => 'https://school.example'],
  ])('a token without a secret for %s', async (_, origin) => {
    const given = await call(`${root()}/tokens/generate`, 'POST', { headers: { origin: origin() }, body: {} });
    expect(given.status).toBe(200);
    expect(given.headers.get('access-control-allow-origin')).toBe(origin());
  });

  test('a stranger’s page may not read what we answer', async () => {
    const preflight = await call(`${root()}/conversations`, 'OPTIONS', { headers: { origin: 'https://evil.example' } });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
    const site = await call(`${root()}/conversations`, 'OPTIONS', { headers: { origin: 'https://school.example' } });
    expect(site.headers.get('access-control-allow-headers')).toContain('Authorization');
  });

  test('a token of another conversation is refused, for reading and for writing', async () => {
    const mine = await begin(root(), secret);
    const other = await begin(root(), secret, 'bob');
    const reading = await call(`${mine.at}/activities`, 'GET', { bearer: other.token });
    const writing = await call(`${mine.at}/activities`, 'POST', {
      bearer: other.token,
      body: { type: 'message', text: 'x' },
    });
    expect([reading.status, writing.status]).toEqual([403, 403]);
  });

  test('an expired token is refused as expired, and cannot be refreshed', async () => {
    const { token, at } = await begin(root(), secret);
    const fresh = await call(`${root()}/tokens/refresh`, 'POST', { bearer: token });
    expect(fresh.status).toBe(200);
    now = new Date(now.getTime() + 31 * 60_000);
    const refused = await call(`${at}/activities`, 'GET', { bearer: token });
    expect([refused.status, refused.body.error?.code]).toEqual([403, 'TokenExpired']);
    expect((await call(`${root()}/tokens/refresh`, 'POST', { bearer: token })).status).toBe(403);
  });

  test('a page that slept takes its conversation up again, as long as a conversation is kept and not longer', async () => {
    const origin = house.url;
    const given = (await call(`${root()}/tokens/generate`, 'POST', { headers: { origin }, body: {} })).body;
    await call(`${root()}/conversations`, 'POST', { bearer: given.token, body: {} });
    const wake = async () =>
      call(`${root()}/tokens/generate`, 'POST', { headers: { origin }, body: { resume: given.resume } });
    now = new Date(now.getTime() + 179 * day);
    const woken = await wake();
    expect(woken.body.conversationId).toBe(given.conversationId);
    const read = await call(`${root()}/conversations/${given.conversationId}`, 'GET', { bearer: woken.body.token });
    expect(read.status).toBe(200);
    now = new Date(now.getTime() + 2 * day);
    expect((await wake()).status).toBe(403);
  });

  test('a private link opens one conversation on another device for a week, or until it is taken back', async () => {
    const origin = house.url;
    const { token, at } = await begin(root(), secret);
    const byLink = async (link: string) =>
      call(`${root()}/tokens/generate`, 'POST', { headers: { origin }, body: { resume: link } });
    const { link } = (await call(`${at}/link`, 'POST', { bearer: token })).body;
    const there = (await byLink(link)).body;
    expect(at).toContain(there.conversationId);
    expect((await call(at, 'GET', { bearer: there.token })).status).toBe(200);
    const elsewhere = await begin(root(), secret, 'bob');
    expect((await call(elsewhere.at, 'GET', { bearer: there.token })).status).toBe(403);
    now = new Date(now.getTime() + 5000);
    expect((await call(`${at}/link/end`, 'POST', { bearer: token })).status).toBe(200);
    for (const proof of [link, there.resume]) expect((await byLink(proof)).status).toBe(403);
    expect((await call(at, 'GET', { bearer: there.token })).status).toBe(403);
    // Who made it goes on, and can make another.
    now = new Date(now.getTime() + 5000);
    const again = await call(`${at}/link`, 'POST', { bearer: token });
    expect((await byLink(again.body.link)).status).toBe(200);
    now = new Date(now.getTime() + 8 * day);
    expect((await byLink(again.body.link)).status).toBe(403);
  });

  test('a stream’s ticket opens no conversation, and a resume ticket neither', async () => {
    const { token, at } = await begin(root(), secret);
    const { streamUrl } = (await call(at, 'GET', { bearer: token })).body;
    expect(streamUrl).not.toContain(token);
    const ticket = new URL(streamUrl).searchParams.get('t')!;
    expect((await call(`${at}/activities`, 'GET', { bearer: ticket })).status).toBe(403);
  });

  test('a token that somebody else signed is refused', async () => {
    const { token, at } = await begin(root(), secret);
    const [head, body] = token.split('.');
    const forged = [`${head!}.${body!}.AAAA`, `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body!}.`];
    for (const bearer of forged) expect((await call(at, 'GET', { bearer })).status).toBe(403);
  });
});

describe('bad input has a clear status and leaves nothing behind', () => {
  test.each([
    ['broken JSON', '{"type":"mess', 400, 'MalformedData'],
    ['a list', '[]', 400, 'MalformedData'],
    ['no type', { text: 'x' }, 400, 'BadArgument'],
    ['a text that is a number', { type: 'message', text: 5 }, 400, 'BadArgument'],
    ['an unknown type', { type: 'invoke' }, 400, 'NotSupported'],
    ['an id with a character that is none', { type: 'message', text: 'x', id: 'a\0b' }, 400, 'BadArgument'],
    ['half a character in an id', { type: 'message', channelData: { clientActivityID: '\ud800' } }, 400, 'BadArgument'],
    ['a file', { type: 'message', attachments: [{ contentUrl: 'data:,x' }] }, 415, 'NotSupported'],
    ['a body over 256 kB', { type: 'message', text: 'x'.repeat(262_144) }, 413, 'MessageSizeTooBig'],
  ])('%s', async (_, body, status, code) => {
    const { token, at } = await begin(root(), secret);
    const refused = await call(`${at}/activities`, 'POST', { bearer: token, body });
    expect([refused.status, refused.body.error?.code]).toEqual([status, code]);
    expect((await call(`${at}/activities`, 'GET', { bearer: token })).body.activities).toHaveLength(2);
  });

  test('30 MB are refused unread, and the next request is served', async () => {
    const { token, at } = await begin(root(), secret);
    const huge = call(`${at}/activities`, 'POST', { bearer: token, body: 'x'.repeat(30_000_000) });
    // The door closes on the sender: what it sees is 413, or the closed line.
    const seen = await huge.then(
      ({ status }) => status,
      () => 'closed',
    );
    expect([413, 'closed']).toContain(seen);
    expect((await call(at, 'GET', { bearer: token })).status).toBe(200);
  });

  test('an upload is refused with what to do instead', async () => {
    const { token, at } = await begin(root(), secret);
    const refused = await call(`${at}/upload?userId=ann`, 'POST', { bearer: token, body: 'bytes' });
    expect([refused.status, refused.body.error?.message]).toEqual([415, expect.stringContaining('ask for a person')]);
  });

  test.each([
    ['an unknown conversation', '/conversations/nobody', 404],
    ['a watermark that is no number', null, 400],
  ])('%s', async (_, path, status) => {
    const { at } = await begin(root(), secret);
    const url = path === null ? `${at}/activities?watermark=abc` : `${root()}${path}`;
    expect((await call(url, 'GET', { bearer: secret })).status).toBe(status);
  });

  test('scripts in every field come back as the data that they are', async () => {
    const script = '<script>alert(1)</script>';
    const { token, at } = await begin(root(), secret, script);
    const sent = await call(`${at}/activities`, 'POST', {
      bearer: token,
      body: {
        type: 'message',
        text: script,
        locale: script,
        from: { id: script, name: script },
        id: script,
        value: script,
      },
    });
    expect(sent.status).toBe(200);
    const read = await call(`${at}/activities`, 'GET', { bearer: token });
    expect(read.headers.get('content-type')).toContain('application/json');
    expect(read.headers.get('x-content-type-options')).toBe('nosniff');
    expect(read.body.activities.find(({ text }) => text === script)).toBeDefined();
  });

  test('a refusal stands in the log with its code and without the text', () => {
    expect(house.warnings).toContainEqual({ code: 'input/not-json', status: 400, route: 'post' });
    expect(JSON.stringify(house.warnings)).not.toContain('alert(1)');
  });
});

test('too many messages in one conversation are told when to come back; another one goes on', async () => {
  const strict = await openEchoHouse(createCellar(), {
    config: { limits: { ...directLineDefaults.limits, perConversation: { burst: 2, perSecond: 0.5 } } },
  });
  const flooding = await begin(`${strict.url}/v3/directline`, secret);
  const quiet = await begin(`${strict.url}/v3/directline`, secret);
  const say = async (to: typeof flooding) =>
    call(`${to.at}/activities`, 'POST', { bearer: to.token, body: { type: 'message', text: 'x' } });
  await say(flooding);
  await say(flooding);
  const refused = await say(flooding);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '2']);
  expect((await say(quiet)).status).toBe(200);
  await strict.close();
});

test('a desk that fails is a server error with an entry in the log, and the cause stays inside', async () => {
  const failing = await openEchoHouse(createCellar(), {
    desk: { receive: () => Promise.reject(new TypeError('the database said: secret things')) },
  });
  const refused = await call(`${failing.url}/v3/directline/conversations`, 'POST', { bearer: secret, body: {} });
  expect(refused.status).toBe(500);
  expect(JSON.stringify(refused.body)).not.toContain('secret things');
  expect(failing.warnings).toContainEqual(expect.objectContaining({ code: 'turn/failed', status: 500 }));
  await failing.close();
});

const day = 86_400_000;
