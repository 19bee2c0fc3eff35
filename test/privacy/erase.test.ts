import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Effect } from '../../src/conversation/reply.ts';
import { createErasureList } from '../../src/privacy/erasure-list.ts';
import { createRetention } from '../../src/privacy/retention.ts';
import { openStorage, type Storage } from '../../src/storage/open-storage.ts';
import { recordingLog, reply, trace } from '../desk/real-desk.ts';
import { freshState } from '../../src/conversation/state.ts';

let folder: string;
let storage: Storage;
const open = () => openStorage({ kind: 'sqlite', path: join(folder, 'guichet.db'), durability: 'NORMAL' });
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-privacy-'));
  storage = await open();
});
afterEach(async () => {
  await storage.close();
  rmSync(folder, { recursive: true });
});

/** Words that stand nowhere else, in every place where something about a person is kept. */
const secret = 'zanzibarian';

async function turn(
  conversation: string,
  number: number,
  words: string,
  effects: readonly Effect[] = [],
  at = `2026-11-0${number}T10:00:00Z`,
) {
  const about = { conversation, channel: 'email', at, activityJson: null };
  const id = `${conversation}-${number}`;
  await storage.conversations.save({
    conversation,
    expected: number - 1,
    state: { ...freshState, turn: number, said: words },
    at,
    effects,
    entries: [
      { ...about, activity: id, direction: 'in', text: words, reply: null, trace: null },
      {
        ...about,
        activity: `${id}/1`,
        direction: 'out',
        text: `you said ${words}`,
        reply: reply(`you said ${words}`),
        trace,
      },
    ],
  });
}

/** One person with something in every table, among many others, so that pages fill, split and are filled anew. */
async function fill(): Promise<void> {
  for (let other = 0; other < 60; other++) {
    await turn(`other-${other}`, 1, `an ordinary question about the card, number ${other} ${'and more '.repeat(40)}`);
    if (other % 10 !== 0) continue;
    const number = other / 10 + 1;
    const handover = {
      kind: 'handover',
      reference: `G-${number}`,
      reason: `asked ${secret}`,
      facts: { said: secret },
    } as const;
    const feedback = { kind: 'feedback', about: 'gp-price', helpful: false, comment: `${secret} comment` } as const;
    await turn('mine', number, `${secret} question ${number} ${`${secret} `.repeat(30)}`, [handover, feedback]);
  }
  const at = '2026-11-08T10:00:00Z';
  await storage.addresses.keep('mine', { channel: 'email', where: { to: `${secret}@example.com` } }, at);
  await storage.annotations.put({
    conversation: 'mine',
    position: 1,
    verdict: 'wrong',
    reason: null,
    rightAnswer: null,
    note: `${secret} note`,
    who: 'u1',
    name: 'Ada',
    at,
  });
  await storage.outbox.put({ id: 'd1', conversation: 'mine', channel: 'email', content: { text: secret }, due: at });
  await storage.drafts.put({
    id: 'l1',
    conversation: 'mine',
    channel: 'email',
    language: 'en',
    where: { to: 'x' },
    at,
    sections: [{ heading: secret, text: secret, missing: false }],
  });
  await storage.utterances.append(
    { conversation: 'mine', activity: 'u1', reply: reply(`${secret} from a colleague`), at },
    () => null,
  );
  await storage.corrections.note({ conversation: 'mine', position: 1, activity: secret, by: 'u1', at });
}

/** Every file of the database as bytes, its log included. */
function bytesOnDisk(): string {
  return readdirSync(folder)
    .filter((name) => name.startsWith('guichet.db'))
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('');
}

test('a person who is erased is gone from every table, the search and the bytes of the files; others stay', async () => {
  await fill();
  expect(bytesOnDisk()).toContain(secret);
  expect((await storage.search.list({ words: secret }, { limit: 10 })).conversations).toHaveLength(1);
  expect(await storage.personalData.erase('mine', '2026-11-09T10:00:00Z')).toBe(true);
  expect(bytesOnDisk()).not.toContain(secret);
  expect(await storage.personalData.export('mine')).toBeNull();
  expect(await storage.personalData.find(`${secret}@example.com`)).toEqual([]);
  expect((await storage.search.list({ words: secret }, { limit: 10 })).conversations).toEqual([]);
  expect(await storage.journal.read('other-7', 0, 10)).toHaveLength(2);
  expect((await storage.search.list({ words: 'ordinary' }, { limit: 100 })).conversations).toHaveLength(60);
  expect(await storage.personalData.erase('mine', '2026-11-09T10:00:00Z')).toBe(false);
});

test('who asks for it in the chat is erased from the files as well, and reads that it was done', async () => {
  await fill();
  await turn('mine', 8, 'delete my data', [{ kind: 'erase' }], '2026-11-09T10:00:00Z');
  expect(bytesOnDisk()).not.toContain(secret);
  expect((await storage.journal.read('mine', 0, 10)).map(({ text }) => text)).toEqual([
    'delete my data',
    'you said delete my data',
  ]);
});

test('all that is kept about a person is given out, found by conversation, reference or address', async () => {
  await fill();
  for (const words of ['mine', 'g-1', ` ${secret}@EXAMPLE.com `])
    expect(await storage.personalData.find(words), words).toEqual(['mine']);
  const exported = await storage.personalData.export('mine');
  const counts = Object.fromEntries(Object.entries(exported ?? {}).map(([kind, rows]) => [kind, rows.length]));
  expect(counts).toEqual({
    conversations: 1,
    journal: 13,
    handovers: 6,
    feedback: 6,
    annotations: 1,
    queue: 0,
    corrections: 1,
    outbox: 1,
    drafts: 1,
    addresses: 1,
  });
  expect(exported?.['addresses']).toEqual([{ channel: 'email', where: { to: `${secret}@example.com` } }]);
  expect(JSON.stringify(exported)).not.toContain('ordinary');
});

test('a night forgets what has had its time, kind by kind, and nothing else', async () => {
  await turn('old', 1, 'a question in spring', [], '2026-05-01T10:00:00Z');
  await turn('new', 1, 'a question in autumn', [], '2026-11-01T10:00:00Z');
  for (const [conversation, at] of [
    ['old', '2026-05-01T10:00:00Z'],
    ['new', '2026-10-01T10:00:00Z'],
  ] as const)
    await storage.addresses.keep(conversation, { channel: 'email', where: { to: 'a@example.com' } }, at);
  await storage.audit.write({ at: '2024-01-01T10:00:00Z', who: null, name: '', what: 'old', about: {} });
  let now = new Date('2026-11-22T01:00:00Z');
  const log = recordingLog();
  const keepDays = {
    transcripts: 180,
    addresses: 30,
    deliveries: 14,
    drafts: 90,
    audit: 400,
    sessions: 0,
    erasures: 400,
  };
  const retention = createRetention({
    personalData: storage.personalData,
    keepDays: () => keepDays,
    clock: () => now,
    log,
  });
  expect(await retention.run()).toMatchObject({ transcripts: 1, addresses: 1, audit: 1 });
  expect(await storage.journal.read('old', 0, 10)).toEqual([]);
  expect(await storage.journal.read('new', 0, 10)).toHaveLength(2);
  expect(bytesOnDisk()).not.toContain('in spring');
  now = new Date('2027-05-22T01:00:00Z');
  expect(await retention.run()).toMatchObject({ transcripts: 1, addresses: 0 });
});

test('a backup that is brought back is cleaned of what was erased since; who went on after that keeps the rest', async () => {
  await turn('mine', 1, 'a whispered question');
  await turn('goes-on', 1, 'forget this');
  await storage.close();
  const backup = join(folder, 'backup');
  cpSync(join(folder, 'guichet.db'), join(backup, 'guichet.db'));
  storage = await open();
  const file = join(folder, 'erasures.txt');
  await storage.personalData.erase('mine', '2026-11-09T10:00:00Z');
  await turn('goes-on', 2, 'delete my data', [{ kind: 'erase' }], '2026-11-09T10:00:00Z');
  await createErasureList(file, storage.personalData).note();
  expect(await createErasureList(file, storage.personalData).apply('2026-11-10T10:00:00Z')).toBe(0);
  expect(await storage.journal.read('goes-on', 0, 10)).toHaveLength(2);
  await storage.close();
  cpSync(join(backup, 'guichet.db'), join(folder, 'guichet.db'));
  storage = await open();
  expect(await storage.journal.read('mine', 0, 10)).toHaveLength(2);
  expect(await createErasureList(file, storage.personalData).apply('2026-11-11T10:00:00Z')).toBe(2);
  expect(await storage.journal.read('mine', 0, 10)).toEqual([]);
  expect(bytesOnDisk()).not.toContain('whispered');
  expect(readFileSync(file, 'utf8')).not.toContain('mine');
});
