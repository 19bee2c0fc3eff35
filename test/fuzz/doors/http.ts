import assert from 'node:assert';
import fc from 'fast-check';
import { activity, posted } from '../inputs/activities.ts';
import { body } from '../inputs/json.ts';
import { rawRequest } from '../inputs/requests.ts';
import { bodies } from '../inputs/rules.ts';
import { shortText, text } from '../inputs/texts.ts';
import { target, type Target } from '../target.ts';
import { exchange, someAddress, statusOf } from './exchange.ts';
import { secret, type Watched } from './server.ts';

/** Everything that speaks HTTP and needs no account. */
export function httpTargets(server: Watched): readonly Target[] {
  const send = sender(server);
  const json = { 'content-type': 'application/json' };
  const withSecret = { ...json, authorization: `Bearer ${secret}` };
  let conversation: { readonly id: string; readonly token: string } | null = null;
  const open = async () => {
    const answer = await send('POST', '/directline/v3/conversations', withSecret, '{}');
    const { conversationId, token } = JSON.parse(answer.body) as { conversationId: string; token: string };
    return { id: conversationId, token };
  };
  return [
    target('HTTP request', rawRequest, async (bytes) => {
      const status = statusOf(await exchange(server.port, bytes, { from: nextAddress() }));
      // What is no request may be closed without an answer; what Node cannot do (TRACE, HTTP/9) it says itself.
      if (status !== 0 && status !== 501 && status !== 505) passed(status);
    }),
    target('POST /api/messages', body(activity), async (sent) => {
      passed((await send('POST', '/api/messages', json, sent, '127.0.0.1')).status);
    }),
    target('Direct Line', fc.tuple(body(posted), fc.nat(30)), async ([sent, turn]) => {
      if (turn === 0) conversation = null;
      conversation ??= await open();
      const about = { ...json, authorization: `Bearer ${conversation.token}` };
      passed((await send('POST', `/directline/v3/conversations/${conversation.id}/activities`, about, sent)).status);
    }),
    target(
      'Direct Line reads',
      fc.tuple(fc.constantFrom('activities', 'stream', 'upload', ''), shortText, shortText),
      async ([what, watermark, token]) => {
        conversation ??= await open();
        const about = {
          authorization: `Bearer ${token.length % 2 === 0 ? conversation.token : encodeURIComponent(token.toWellFormed())}`,
        };
        const path = `/v3/directline/conversations/${conversation.id}/${what}?watermark=${encodeURIComponent(watermark.toWellFormed())}`;
        passed((await send('GET', path, about, '')).status);
      },
    ),
    ...Object.entries(bodies).map(([name, requests]) =>
      target(`POST /api/v1/${name}`, body(requests), async (sent) => {
        passed((await send('POST', `/api/v1/${name}`, json, sent)).status);
      }),
    ),
    target(
      'pages',
      fc.tuple(
        fc.constantFrom(
          '/',
          '/en',
          '/fr',
          '/ask',
          '/en/answers',
          '/fr/answers',
          '/en/search',
          '/widget',
          '/staff/sign-in',
        ),
        fc.constantFrom('q', 'state', 'topic', 'name', 'from', 'back'),
        text,
      ),
      async ([path, name, held]) => {
        passed(
          (
            await send(
              'GET',
              `${path}?${name}=${encodeURIComponent(held.toWellFormed()).slice(0, longestQuery)}`,
              {},
              '',
            )
          ).status,
        );
      },
    ),
    target(
      'page without scripts',
      fc.tuple(
        fc.constantFrom('/ask', '/en/ask', '/fr/ask', '/mail-me', '/staff/sign-in'),
        fc.dictionary(
          fc.constantFrom('text', 'state', 'name', 'password', 'csrf', 'conversation', 'email', 'to'),
          text,
        ),
      ),
      async ([path, fields]) => {
        const form = formOf(fields);
        passed(
          (await send('POST', path, { 'content-type': 'application/x-www-form-urlencoded', origin: server.url }, form))
            .status,
        );
      },
    ),
  ];
}

export type Answer = { readonly status: number; readonly body: string; readonly headers: string };
export type Send = (
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  sent: string,
  from?: string,
) => Promise<Answer>;

/** A request as a program would make it, its body by length. */
export function sender({ port }: Watched): Send {
  return async (method, path, headers, sent, from = nextAddress()) => {
    const held = Buffer.from(sent);
    const lines = Object.entries({
      ...headers,
      host: `127.0.0.1:${String(port)}`,
      connection: 'close',
      ...(method === 'POST' && { 'content-length': String(held.length) }),
    });
    const head = `${method} ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
    const bytes = Buffer.concat([Buffer.from(head), held]);
    const answer = await exchange(port, bytes, { from, patienceMs: 30_000, whole: true });
    const [top = '', ...rest] = answer.split('\r\n\r\n');
    return { status: statusOf(answer), headers: top, body: unchunked(rest.join('\r\n\r\n'), top) };
  };
}

/** A form's fields as a browser sends them. */
export function formOf(fields: Readonly<Record<string, string>>): string {
  return new URLSearchParams(fields).toString();
}

/** Answered, and not with a mistake of ours; 503 is said when the desk is busy. */
export function passed(status: number): void {
  assert.ok(status > 0, 'no answer');
  assert.ok(status < 500 || status === 503, `answered ${String(status)}`);
}

function unchunked(held: string, head: string): string {
  if (!/transfer-encoding: chunked/i.test(head)) return held;
  return held.replaceAll(/[0-9a-f]+\r\n([^]*?)\r\n(?=[0-9a-f]+\r\n)/gi, '$1').replace(/0\r\n\r\n$/, '');
}

let addresses = 0;
function nextAddress(): string {
  return someAddress(addresses++);
}

/** Longer than this, a request's head is refused before anybody reads it. */
const longestQuery = 8_000;
