import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDesk } from '../../src/desk/create-desk.ts';
import { day } from '../../src/core/day.ts';
import { say, startGuichet } from '../channels/server/running-guichet.ts';
import { openRoom, type Room } from '../console/room.ts';
import { freePort } from '../e2e/mail-servers.ts';
import { prepared } from '../own-desk.ts';

/** What one person told, each once; `marked` is known by its shape or the words around it. */
const marked = {
  name: 'Oyelaran',
  telephone: '0644128809',
  address: 'oyelaran@mail.example',
  passport: 'KP4471902',
  birth: '4 May 1999',
  street: 'Mirabelles',
};
const told = [
  `Hello, my name is ${marked.name}, born on ${marked.birth}`,
  `call me on ${marked.telephone} or write to ${marked.address}`,
  `passport ${marked.passport}, I live at 12 rue des ${marked.street}`,
  'how much does a doctor cost, my illness is zanzibaritis',
  'I had an accident, I am bleeding',
  'talk to a person',
];
/** No shape: it stays in the conversation, where colleagues read it, and nowhere else. */
const words = 'zanzibaritis';

/** Fields of log lines, at any level: codes, ids, counts. docs/privacy.md lists them. */
const logged = new Set(
  `level time msg code status door page route method path reference conversation conversations activity channel attempt
  knowledge node port smtp register mail mails bytes delivery lost forgotten signal end mode err known origin faults`
    .split(/\s+/)
    .filter(Boolean),
);

function bytesIn(folder: string, named = /./): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => named.test(name))
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n');
}

/** At a level that says nothing of its start. */
async function served(environment: Readonly<Record<string, string>>) {
  const port = await freePort();
  const child = startGuichet({ PORT: String(port), HOST: '127.0.0.1', ...environment });
  const url = `http://127.0.0.1:${String(port)}`;
  const isOpen = () =>
    fetch(`${url}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
  await expect.poll(isOpen, { timeout: 60_000 }).toBe(true);
  return { url, child };
}

describe('the log of the real program', () => {
  test.each(['error', 'warn', 'info', 'debug'])(
    'at level %s shows nothing of a person; erased, no file does',
    async (level) => {
      const folder = mkdtempSync(join(tmpdir(), 'guichet-shown-'));
      const environment = { DATABASE_URL: `sqlite:${folder}/guichet.db`, LOG_LEVEL: level, CACHE_DIR: 'var' };
      const { url, child } = await served(environment);
      const ended = once(child, 'exit');
      try {
        for (const [index, text] of told.entries()) await say(url, 'hers', `m${String(index)}`, text);
        const post = (path: string, body: string | URLSearchParams, type = 'application/json') =>
          fetch(url + path, {
            method: 'POST',
            body,
            ...(typeof body === 'string' && { headers: { 'content-type': type } }),
          });
        await post('/staff/sign-in', new URLSearchParams({ name: marked.name, password: words, csrf: words }));
        await post('/ask?lang=en', new URLSearchParams({ text: told.slice(0, 3).join('. ') }));
        await post('/api/messages', `{"text":"${words} ${marked.name}`);
        await post('/api/v1/eligibility', JSON.stringify({ [words]: marked.name }));
        await fetch(`${url}/no/such/page?q=${words}`);
        await fetch(`${url}/en/search?q=${encodeURIComponent(`${words} ${marked.address}`)}`);
        expect(bytesIn(folder)).toContain(words);
        for (const part of Object.values(marked)) expect(bytesIn(folder)).not.toContain(part);
        await say(url, 'hers', 'erase', 'delete my data');
      } finally {
        child.kill('SIGTERM');
        await ended;
      }
      const lines = JSON.stringify(child.lines);
      for (const part of [...Object.values(marked), words]) expect(lines).not.toContain(part);
      const fields = new Set(child.lines.flatMap((line) => Object.keys(line)));
      expect([...fields].filter((field) => !logged.has(field))).toEqual([]);
      // The database, its log, the keys, the list of erasures; and what is kept of the knowledge.
      expect(bytesIn(folder)).not.toContain(words);
      expect(bytesIn('var', /^matcher-/)).not.toContain(words);
      rmSync(folder, { recursive: true });
    },
  );
});

describe('the staff room', () => {
  let room: Room;
  beforeAll(async () => {
    room = await openRoom();
    const { conversations } = room.storage;
    const desk = createDesk({ ...prepared, conversations, clock: room.parts.clock, log: room.log });
    for (const [index, text] of told.entries()) {
      const about = { conversation: 'hers', id: `m${String(index)}`, channel: 'email', locale: 'en' };
      await desk.receive({ ...about, text, on: day('2026-11-22') });
    }
    const where = { to: marked.address, name: marked.name };
    const at = '2026-11-22T10:00:00Z';
    await room.storage.addresses.keep('hers', { channel: 'email', where }, at);
    const draft = { id: 'l1', conversation: 'hers', channel: 'email', language: 'en', where, at };
    await room.storage.drafts.put({ ...draft, sections: [{ heading: null, text: 'hello', missing: true }] });
  });
  afterAll(() => room.close());

  test('no page, list or export of conversations shows what is known by its shape, nor where somebody is reached', async () => {
    const admin = await room.join('admin', 'Root');
    const reference = (await room.storage.queue.handovers('open', 5))[0]?.reference ?? '';
    const about = `id=hers&conversation=hers&reference=${reference}&draft=l1&format=json`;
    const shown: string[] = [];
    for (const { path, show } of room.pages) {
      if (show === undefined) continue;
      const { status, text } = await admin.get(`${path.replace(':id', 'hers')}?${about}`);
      if (status === 200) shown.push(text);
    }
    const all = shown.join('\n');
    expect(all).toContain(words);
    for (const part of Object.values(marked)) expect(all).not.toContain(part);
    for (const format of ['csv', 'jsonl', 'transcript', 'json']) {
      const { text } = await admin.get(`/staff/conversations/export?format=${format}`);
      for (const part of Object.values(marked)) expect([format, text]).not.toContain(part);
    }
  });

  test('the file that a person is given holds the address, and an administrator alone makes it', async () => {
    const [admin, curator] = [await room.join('admin', 'Ada'), await room.join('curator', 'Cleo')];
    const file = (visitor: typeof admin) =>
      visitor.send('/staff/privacy/export', { conversation: 'hers' }, { from: '/staff/conversations' });
    expect((await file(curator)).status).toBe(403);
    const { text } = await file(admin);
    expect(text).toContain(marked.address);
    for (const part of [marked.telephone, marked.passport, marked.birth, marked.street])
      expect(text).not.toContain(part);
  });
});
