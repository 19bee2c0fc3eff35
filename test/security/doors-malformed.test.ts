import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveGuichet } from '../channels/server/running-guichet.ts';
import { lines, rawRequest } from './raw-request.ts';

/** Requests that ended the process, or might, each by its bytes against the real program. */
let folder: string;
let desk: Awaited<ReturnType<typeof serveGuichet>>;
let port: number;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-doors-'));
  desk = await serveGuichet({ DATABASE_URL: `sqlite:${join(folder, 'guichet.db')}` });
  port = Number(new URL(desk.url).port);
}, 240_000);
afterAll(async () => {
  expect(await desk.end('SIGTERM')).toBe(0);
  expect(desk.lines.filter(({ code }) => code === 'bug/uncaught')).toEqual([]);
  // Level 50 is an error: none of this is one of ours.
  expect(desk.lines.filter(({ level }) => level === 50)).toEqual([]);
  rmSync(folder, { recursive: true });
});

async function isUp(): Promise<boolean> {
  return (await rawRequest(port, lines('GET /healthz HTTP/1.1', ['Host: localhost']))).status === 200;
}

describe('a Host that is none is 400, and the desk goes on', () => {
  test.each(
    ['a|b', '<', '>', '^', '%', 'a:99999', '1.2.3.4.5', '', 'a b', '[::1', '[zz]', 'a,b', 'a@b', 'a/b', 'a?b'].map(
      (host) => [host],
    ),
  )('"%s"', async (host) => {
    expect((await rawRequest(port, lines('GET / HTTP/1.1', [`Host: ${host}`]))).status).toBe(400);
    expect(await isUp()).toBe(true);
  });

  test('two of them are two opinions of who was asked', async () => {
    expect((await rawRequest(port, lines('GET / HTTP/1.1', ['Host: localhost', 'Host: a']))).status).toBe(400);
  });

  test('one before a body that waits to be asked for', async () => {
    const headers = ['Host: a|b', 'Expect: 100-continue', 'Content-Type: application/json'];
    expect((await rawRequest(port, lines('POST /api/messages HTTP/1.1', headers, '{}'))).status).toBe(400);
    expect(await isUp()).toBe(true);
  });
});

describe('a target that is none is 400; whatever else is asked for has its usual answer', () => {
  test.each([
    ['GET', 'http://[', 400],
    ['GET', 'https://[::1', 400],
    ['GET', 'http://', 400],
    ['GET', 'ftp://localhost/healthz', 400],
    ['GET', 'healthz', 400],
    ['GET', '*', 400],
    ['GET', '//', 404],
    ['GET', '//localhost/healthz', 404],
    ['GET', '///', 404],
    ['GET', '/%', 404],
    ['GET', '/%E0%A4%A', 404],
    ['GET', '/en/answers/%00', 404],
    ['GET', '/staff/assets/__proto__', 404],
    ['GET', '/staff//', 404],
    ['GET', '/?lang=%', 200],
    ['GET', 'http://localhost/healthz', 200],
    ['GET', 'HTTP://a.example/healthz', 200],
    ['OPTIONS', '*', 200],
    ['PROPFIND', '/', 405],
  ])('%s %s: %i', async (method, target, status) => {
    const answer = await rawRequest(port, lines(`${method} ${target} HTTP/1.1`, ['Host: localhost']));
    expect(answer.status).toBe(status);
    expect(await isUp()).toBe(true);
  });
});

describe('a WebSocket that nobody can open is refused, and its socket closed', () => {
  const upgrade = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'];
  const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==';
  test.each([
    ['//', 'localhost', 400],
    ['//localhost/v3/directline/conversations/a/stream', 'localhost', 400],
    ['http://[', 'localhost', 400],
    ['/', 'a|b', 400],
    ['*', 'localhost', 400],
    ['/', 'localhost', 404],
    ['/v3/directline/conversations/a/stream', 'localhost', 403],
    ['/v3/directline/conversations/a/stream?t=%&watermark=%', 'localhost', 403],
    ['/v3/directline/conversations/__proto__/stream?t=a.b.c', 'localhost', 403],
  ])('%s for %s: %i', async (target, host, status) => {
    const bytes = [`GET ${target} HTTP/1.1`, `Host: ${host}`, ...upgrade, key, '', ''].join('\r\n');
    expect(await rawRequest(port, bytes)).toMatchObject({ status, closed: true });
    expect(await isUp()).toBe(true);
  });

  test('a client that goes away at once is no event', async () => {
    const bytes = ['GET // HTTP/1.1', 'Host: localhost', ...upgrade, key, '', ''].join('\r\n');
    for (let knock = 0; knock < 20; knock += 1) await rawRequest(port, bytes, 0);
    expect(await isUp()).toBe(true);
  });
});

describe('what is nested 9,000 deep is 400 at every door that takes JSON', () => {
  const nested = (open: string, end: string, deep = 9000) => `${open.repeat(deep)}1${end.repeat(deep)}`;
  /** The most that the API takes of a body. */
  const asDeepAsFits = 8000;
  const activity = (value: string) =>
    `{"type":"message","text":"x","conversation":{"id":"deep"},"deliveryMode":"expectReplies","value":${value}}`;
  test.each([
    ['an array, to the bot', '/api/messages', activity(nested('[', ']'))],
    ['an object, to the bot', '/api/messages', activity(nested('{"a":', '}'))],
    ['an array without an end, to the bot', '/api/messages', activity('['.repeat(9000))],
    ['an opening of the chat', '/v3/directline/tokens/generate', `{"user":${nested('[', ']')}}`],
    ['a message of the chat', '/directline/v3/conversations', `{"value":${nested('{"a":', '}')}}`],
    ['the API', '/api/v1/quote', `{"desk":"aaa","items":${nested('[', ']', asDeepAsFits)}}`],
    ['the API, without a name', '/api/v1/eligibility', nested('[', ']', asDeepAsFits)],
  ])('%s', async (_, path, body) => {
    const headers = ['Host: localhost', 'Origin: http://localhost', 'Content-Type: application/json'];
    const answer = await rawRequest(port, lines(`POST ${path} HTTP/1.1`, headers, body));
    expect(answer.status).toBe(400);
    expect(answer.body).toMatch(/input\/not-json|MalformedData/);
    expect(await isUp()).toBe(true);
  });

  test('brackets in a text are text', async () => {
    const body = activity('1').replace('"x"', `"${'[{'.repeat(100)}\\"]"`);
    const headers = [`Host: localhost:${port}`, 'Content-Type: application/json'];
    expect((await rawRequest(port, lines('POST /api/messages HTTP/1.1', headers, body), 30_000)).status).toBe(200);
  });
});
