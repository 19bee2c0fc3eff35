import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { say, serveGuichet, startGuichet } from './running-guichet.ts';

let folder: string;
let desk: Awaited<ReturnType<typeof serveGuichet>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-serve-'));
  desk = await serveGuichet({ DATABASE_URL: `sqlite:${join(folder, 'guichet.db')}` });
}, 240_000);
afterAll(async () => {
  expect(await desk.end('SIGTERM')).toBe(0);
  expect(desk.lines.at(-1)).toMatchObject({ msg: 'the desk is closed', signal: 'SIGTERM', end: 'drained' });
  rmSync(folder, { recursive: true });
});

async function post(path: string, body: string, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(desk.url + path, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
  return { status: response.status, body: await response.text() };
}

function activity(more: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    type: 'message',
    channelId: 'test',
    conversation: { id: 'c' },
    from: { id: 'student' },
    recipient: { id: 'guichet' },
    serviceUrl: 'http://127.0.0.1:9',
    deliveryMode: 'expectReplies',
    ...more,
  });
}

test('it says where it is open, with which knowledge, and that nobody is authenticated', () => {
  expect(desk.lines).toContainEqual(
    expect.objectContaining({ msg: 'the desk is open', knowledge: expect.any(String) as string }),
  );
  expect(desk.lines).toContainEqual(expect.objectContaining({ code: 'auth/missing', level: 40 }));
});

test.each([
  ['/healthz', 'ok'],
  ['/readyz', 'ready'],
])('%s says %s, with safe headers', async (path, status) => {
  const response = await fetch(desk.url + path);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ status });
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('cache-control')).toBe('no-store');
});

test.each(['/api/v1/openapi.json', '/'])('%s is served', async (path) => {
  expect((await fetch(desk.url + path)).status).toBe(200);
});

test('a question is answered', async () => {
  const { texts } = await say(desk.url, 'c', 'm1', 'how much is 3 months plus responsabilité civile');
  expect(texts.join()).toContain('127 €');
});

test.each([
  ['empty', ''],
  ['missing', undefined],
  ['null', null],
  ['100 kB', 'how much is a visit? '.repeat(5000)],
  ['control characters', '\u0000\u0001\u001b[2J\u202e'],
  ['emoji only', '🤒🤒'],
])('a text that is %s gets a reply', async (name, text) => {
  const { status, body } = await post('/api/messages', activity({ id: `text-${name}`, text }));
  expect(status).toBe(200);
  const { activities } = JSON.parse(body) as { activities: { text: string }[] };
  expect(activities).toHaveLength(1);
  expect(activities[0]?.text).not.toBe('');
});

test.each([
  ['broken JSON', '{"type":"message"', {}, 400, 'input/not-json'],
  ['no object', '[]', {}, 400, 'input/not-json'],
  ['no type', '{}', {}, 400, 'input/invalid'],
  ['no conversation', '{"type":"message","text":"hi"}', {}, 400, 'input/invalid'],
  ['a text that is no text', activity({ text: 7 }), {}, 400, 'input/invalid'],
  ['a type that the protocol does not have', activity({ type: 'teleport' }), {}, 400, 'activity/unknown-type'],
  ['a body over the limit', activity({ text: 'a'.repeat(1_100_000) }), {}, 413, 'input/too-large'],
  ['no JSON by its type', activity(), { 'content-type': 'text/plain' }, 400, 'input/not-json'],
  ['something that a proxy passed on', activity(), { 'x-forwarded-for': '203.0.113.9' }, 403, 'auth/refused'],
  ['something that another proxy passed on', activity(), { forwarded: 'for=203.0.113.9' }, 403, 'auth/refused'],
])('%s is refused with a code, in the log too', async (_, sent, headers, status, code) => {
  const before = desk.lines.length;
  const answer = await post('/api/messages', sent, headers);
  expect(answer.status).toBe(status);
  expect(JSON.parse(answer.body)).toMatchObject({ error: { code } });
  await expect.poll(() => desk.lines.slice(before)).toContainEqual(expect.objectContaining({ code, status }));
});

test.each(['typing', 'messageReaction', 'endOfConversation', 'event', 'installationUpdate'])(
  'an activity of type %s asks for no answer',
  async (type) => {
    const { status, body } = await post('/api/messages', activity({ type, id: type }));
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({ activities: [] });
  },
);

test('an invoke that nobody carries out is "not implemented"', async () => {
  const { status } = await post('/api/messages', activity({ type: 'invoke', deliveryMode: 'normal', name: 'x' }));
  expect(status).toBe(501);
});

test('who comes in is greeted, the bot itself is not', async () => {
  const joined = activity({ type: 'conversationUpdate', id: 'j1', membersAdded: [{ id: 'student' }] });
  expect((JSON.parse((await post('/api/messages', joined)).body) as { activities: unknown[] }).activities).toHaveLength(
    1,
  );
  const itself = activity({ type: 'conversationUpdate', id: 'j2', membersAdded: [{ id: 'guichet' }] });
  expect((JSON.parse((await post('/api/messages', itself)).body) as { activities: unknown[] }).activities).toEqual([]);
});

test('a reply that cannot be sent is kept for the outbox, and is there when the channel sends the message again', async () => {
  const lost = await post('/api/messages', activity({ id: 'lost', text: 'what is the EHIC?', deliveryMode: 'normal' }));
  expect(lost.status).toBe(200);
  expect(desk.lines).toContainEqual(expect.objectContaining({ code: 'channel/send-failed' }));
  const again = await post('/api/messages', activity({ id: 'lost', text: 'what is the EHIC?' }));
  expect((JSON.parse(again.body) as { activities: unknown[] }).activities).toHaveLength(1);
});

test('neither what was said nor a name or an address is in the log', async () => {
  await say(desk.url, 'private', 'p1', 'my name is Anna Schmidt, anna@example.org, is my leg covered?');
  await post('/api/messages', '{"type":"message","text":"broken leg');
  const log = JSON.stringify(desk.lines);
  for (const said of ['Anna', 'anna@', 'leg', 'civile']) expect(log).not.toContain(said);
});

test.each([
  ['PORT', 'many', /PORT/],
  ['DATABASE_URL', 'mysql://x', /sqlite:var\/guichet\.db/],
  ['KNOWLEDGE_DIR', '/nowhere', /KNOWLEDGE_DIR: .*folder/],
  ['MicrosoftAppPassword', 'x', /both or neither/],
])('%s=%s stops the start and says what to do', async (name, value, said) => {
  const child = startGuichet({ DATABASE_URL: `sqlite:${join(folder, 'x.db')}`, [name]: value });
  let heard = '';
  child.stderr?.on('data', (text: Buffer) => (heard += text.toString()));
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect(code).toBe(1);
  expect(heard).toMatch(said);
  expect(heard).not.toContain('    at ');
});

test('on its way down it says so first, and answers as before until nobody is sent to it any more', async () => {
  const leaving = await serveGuichet({
    DATABASE_URL: `sqlite:${join(folder, 'leaving.db')}`,
    LAME_DUCK_SECONDS: '300',
  });
  const ended = leaving.end('SIGTERM');
  await expect.poll(async () => (await fetch(`${leaving.url}/readyz`)).status).toBe(503);
  expect((await say(leaving.url, 'late', 'late-1', 'how much does a gp visit cost')).texts).not.toEqual([]);
  const answer = await fetch(`${leaving.url}/healthz`);
  expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'close']);
  // Who asks twice does not want to wait.
  await leaving.end('SIGTERM');
  expect(await ended).toBe(0);
  expect(leaving.lines.at(-1)).toMatchObject({ msg: 'the desk is closed', end: 'drained' });
}, 240_000);

test('a second one on the same file is refused, and says what to do', async () => {
  const second = serveGuichet({ DATABASE_URL: `sqlite:${join(folder, 'guichet.db')}` });
  await expect(second).rejects.toThrow(/Another Guichet serves from .*guichet move/);
}, 240_000);
