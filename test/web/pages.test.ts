import { globSync, readFileSync } from 'node:fs';
import restify from 'restify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Incoming, Reply } from '../../src/conversation/reply.ts';
import { registerWeb, webDefaults } from '../../src/web/register.ts';
import { reply, trace } from '../said.ts';
import { knowledge, speaker } from '../own-desk.ts';

const server = restify.createServer();
const asked: Incoming[] = [];
let url = '';

beforeAll(async () => {
  registerWeb(server, {
    desk: {
      receive(incoming) {
        asked.push(incoming);
        const replies = [echo(incoming.text)];
        return Promise.resolve({ replies, trace, position: 1, activities: ['1'], repeated: false });
      },
    },
    current: () => ({ knowledge, speaker }),
    numbers: { questions: () => Promise.resolve([{ key: 'gp-price', decision: 'answer', count: 5 }]) },
    mails: false,
    clock: () => new Date('2026-11-22T10:00:00Z'),
    config: { ...webDefaults, sites: ['https://school.example'], asksPerAddress: { burst: 8, perSecond: 0.001 } },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address();
  url = `http://127.0.0.1:${String(port)}`;
});
afterAll(() => {
  server.server.closeAllConnections();
  server.close();
});

async function get(path: string, language = 'en'): Promise<{ status: number; text: string; headers: Headers }> {
  const response = await fetch(url + path, { headers: { 'accept-language': language } });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

async function ask(form: Record<string, string>): Promise<{ status: number; text: string }> {
  const response = await fetch(`${url}/ask?lang=en`, { method: 'POST', body: new URLSearchParams(form) });
  return { status: response.status, text: await response.text() };
}

describe.each(['en', 'fr'])('in %s', (language) => {
  test.each(['/', '/{}/answers', '/{}/privacy', '/{}/legal', '/{}/accessibility'])(
    '%s is a whole page',
    async (path) => {
      const { status, text, headers } = await get(path.replace('{}', language), language);
      expect(status).toBe(200);
      expect(text).toContain(`<html lang="${language}"`);
      expect(text).not.toMatch(/\{\{|undefined|\[object/);
      expect(text.match(/<h1/g)).toHaveLength(1);
      expect(headers.get('content-language')).toBe(language);
    },
  );

  test('every answer has a page with its title, what holds today and no marks', async () => {
    for (const answer of knowledge.answers.values()) {
      if (answer.kind !== 'answer' && answer.kind !== 'gap') continue;
      const { status, text } = await get(`/${language}/answers/${answer.id}`);
      expect([answer.id, status]).toEqual([answer.id, 200]);
      expect([answer.id, /\{\{|\[[SX]\d?-\d\d/.exec(text)]).toEqual([answer.id, null]);
      expect(text).toContain(`rel="canonical" href="${url}/${language}/answers/${answer.id}"`);
    }
  });
});

test('a page loads nothing from elsewhere and lets no page frame it', async () => {
  const { text, headers } = await get('/');
  const policy = headers.get('content-security-policy') ?? '';
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
  for (const [script] of text.matchAll(/<script[^>]*>/g)) expect(script).toContain(`nonce="${nonce}"`);
  expect([...text.matchAll(/(?:src|href)="(https?:[^"]*)"/g)].filter(([, to = '']) => !to.startsWith(url))).toEqual([]);
  expect(headers.get('set-cookie')).toBeNull();
  expect((await get('/')).headers.get('content-security-policy')).not.toBe(policy);
});

test('the browser’s files are packed, named by their content and kept for ever', async () => {
  const { text } = await get('/');
  const [, bundle = ''] = /(\/assets\/webchat\.[^"&]+\.js)/.exec(text) ?? [];
  const response = await fetch(url + bundle, { headers: { 'accept-encoding': 'gzip' } });
  expect(response.headers.get('cache-control')).toContain('immutable');
  expect(response.headers.get('content-encoding')).toBe('gzip');
  expect(Number(response.headers.get('content-length'))).toBeLessThan(1_000_000);
  expect((await get('/assets/webchat.0.js')).status).toBe(404);
  expect((await get('/assets/..%2f..%2fpackage.json')).status).toBe(404);
});

test.each([
  ['chat/*.js', /src="(\/assets\/chat\.[^"]+)"/],
  ['styles/*.css', /rel="stylesheet" href="([^"]+)"/],
])('%s is sent whole, at one address', async (parts, link) => {
  const files = globSync(`src/web/browser/${parts}`);
  const addresses = [...(await get('/')).text.matchAll(new RegExp(link, 'g'))].map(([, address = '']) => address);
  expect(addresses).toHaveLength(1);
  const { text } = await get(addresses[0] ?? '');
  expect(files.length).toBeGreaterThan(1);
  for (const file of files) expect([file, text.includes(readFileSync(file, 'utf8'))]).toEqual([file, true]);
});

test('the topics stand in the order of how often they are asked', async () => {
  // Counted beside the first page that asked.
  await get('/');
  const { text } = await get('/');
  const topics = [...text.matchAll(/href="\/en\/answers#([^"]+)"/g)].map(([, topic]) => topic);
  expect(topics[0]).toBe(knowledge.answers.get('gp-price')?.topic);
});

test('every topic has a name in every language', () => {
  const topics = [...knowledge.answers.values()]
    .filter(({ kind }) => kind === 'answer' || kind === 'gap')
    .map(({ topic }) => topic);
  for (const language of speaker.languages)
    expect(topics.filter((topic) => !speaker.has(language, `web:topic.${topic}`))).toEqual([]);
});

describe('the index finds answers by words', () => {
  test.each([
    ['carte vitale', /carte/i],
    ['CARTE VITALÉ', /carte/i],
    ['gp', /GP/],
  ])('%s', async (words, expected) => {
    const { text } = await get(`/en/answers?q=${encodeURIComponent(words)}`);
    const [, list = ''] = /<ul class="answers">(.*?)<\/ul>/s.exec(text) ?? [];
    expect(list).toMatch(expected);
  });

  test('what is searched for is shown as text', async () => {
    const { text } = await get(`/en/answers?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(text).not.toContain('<script>alert');
  });
});

describe('the widget', () => {
  test('its loader is small, any page may load it, and it speaks every language', async () => {
    const response = await fetch(`${url}/widget.js`, { headers: { 'accept-encoding': 'gzip' } });
    expect(Number(response.headers.get('content-length'))).toBeLessThan(6000);
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    const script = await response.text();
    expect(script).toContain('Ouvrir {name}');
    expect(script).not.toContain('__TEXTS__');
  });

  test('its frame opens on our pages and on the named sites alone', async () => {
    const { headers } = await get('/widget');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self' https://school.example;");
    expect(headers.get('x-frame-options')).toBeNull();
  });

  test.each([
    ['a name', 'name=%3C%2Ftitle%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E', '<script>alert'],
    ['a colour', 'color=%23fff%7D%3C%2Fstyle%3E%3Cscript%3E', '</style><script>'],
    ['a colour that is no six digits', 'color=red', '--brand:red'],
  ])('%s cannot inject anything', async (_, query, injected) => {
    const { status, text } = await get(`/widget?${query}`);
    expect(status).toBe(200);
    expect(text).not.toContain(injected);
  });

  test('the school’s colour is taken, with letters that can be read on it', async () => {
    expect((await get('/widget?color=%237c2d12')).text).toContain('--brand:#7c2d12;--on-brand:#ffffff');
    expect((await get('/widget?color=%23fde047')).text).toContain('--brand:#fde047;--on-brand:#000000');
  });
});

test.each(['/xx/answers', '/en/answers/none', '/en/answers/%3Cscript%3E', '/assets/none'])(
  '%s is a page that is missing',
  async (path) => {
    const { status, text } = await get(path, 'fr');
    expect(status).toBe(404);
    expect(text).toContain('<h1>');
  },
);

describe('the form without scripts', () => {
  test('asks the desk in the page’s language and shows answer, card, sources and choices', async () => {
    const { text } = await ask({ text: 'how much?' });
    expect(asked.at(-1)).toMatchObject({ text: 'how much?', locale: 'en', channel: 'web-form', on: '2026-11-22' });
    for (const part of ['You said: how much?', 'A card', 'A document', 'value="Go on"']) expect(text).toContain(part);
  });

  test('goes on in its own conversation, and in no other', async () => {
    const { text } = await ask({ text: 'one' });
    const [, conversation = ''] = /name="conversation" value="([^"]+)"/.exec(text) ?? [];
    await ask({ choice: 'Go on', conversation });
    expect(asked.at(-1)).toMatchObject({ conversation, text: 'Go on' });
    await ask({ text: 'x', conversation: 'somebody-elses-conversation' });
    expect(asked.at(-1)?.conversation).toMatch(/^form-/);
  });

  test('scripts in a question are text', async () => {
    const { text } = await ask({ text: '<script>alert(1)</script>' });
    expect(text).not.toContain('<script>alert');
  });

  test('too much at once, and too much in one, are pages that say what to do', async () => {
    expect((await ask({ text: 'x'.repeat(100_000) })).status).toBe(413);
    const statuses = [];
    for (let number = 0; number < 8; number += 1) statuses.push((await ask({ text: 'x' })).status);
    expect(statuses).toContain(429);
  });
});

function echo(text: string): Reply {
  return reply(`You said: ${text}`, {
    card: {
      kind: 'quote',
      title: 'A card',
      sections: [{ heading: null, rows: [{ label: 'Total', text: '1' }], items: [] }],
    },
    choices: [{ label: 'Go on', value: 'go' }],
    sources: [{ id: 'S0', title: 'A document', dated: '2014', url: null }],
  });
}
