import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Effect } from '../../src/conversation/reply.ts';
import { kept, type Kept } from '../../src/ports/personal-data.ts';
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
    handover_notes: 0,
    unsent_replies: 0,
    feedback: 6,
    annotations: 1,
    queue: 0,
    emergencies: 0,
    corrections: 1,
    outbox: 1,
    drafts: 1,
    addresses: 1,
  });
  expect(exported?.['addresses']).toEqual([{ channel: 'email', where: { to: `${secret}@example.com` } }]);
  expect(exported).toMatchObject({ outbox: [{ content: { text: secret } }], drafts: [{ address: { to: 'x' } }] });
  expect(JSON.stringify(exported)).not.toContain('ordinary');
});

describe('an address that was given to be mailed something is found', () => {
  const address = 'Zoe.Anselme@mail.example';
  const code = { kind: 'code', to: address, language: 'en', code: '123456' };
  const letter = { kind: 'letter', where: { to: address, name: '' }, language: 'en', sections: [] };
  const due = '2026-11-08T10:00:00Z';

  test.each([
    ['while the code waits to be sent', code, null],
    ['after the code was sent', code, { state: 'sent', at: due }],
    ['after the answers were sent', letter, { state: 'sent', at: due }],
    ['after sending was given up', letter, { state: 'failed', code: 'channel/send-failed' }],
  ] as const)('%s', async (_, content, end) => {
    await turn('hers', 1, 'a question');
    await turn('others', 1, 'another question');
    await storage.outbox.put({ id: 'c1', conversation: 'hers', channel: 'email', content, due });
    if (end !== null) await storage.outbox.settle('c1', end);
    expect(await storage.personalData.find(' zoe.anselme@MAIL.example ')).toEqual(['hers']);
    expect(await storage.personalData.find('somebody@mail.example')).toEqual([]);
    expect(await storage.personalData.erase('hers', due)).toBe(true);
    expect(await storage.personalData.find(address)).toEqual([]);
    expect(bytesOnDisk().toLowerCase()).not.toContain('anselme');
  });

  test('in a letter that a colleague has not sent yet', async () => {
    await turn('hers', 1, 'a question');
    const sections = [{ heading: null, text: 'hello', missing: false }];
    const draft = { id: 'l2', conversation: 'hers', channel: 'email', language: 'en', where: { to: address }, at: due };
    await storage.drafts.put({ ...draft, sections });
    expect(await storage.personalData.find(address)).toEqual(['hers']);
  });
});

describe('the log of deeds', () => {
  const name = 'conversation-of-zanzibar';
  const at = '2026-11-08T10:00:00Z';
  const done = async (what: string, about: Readonly<Record<string, string | number>>) =>
    storage.audit.write({ at, who: 'u1', name: 'Ada', what, about });

  /** A conversation with a hand-over, a draft and a delivery, each named in the log. */
  async function named(): Promise<void> {
    const handover = { kind: 'handover', reference: 'G-ZANZIBAR', reason: 'asked', facts: {} } as const;
    await turn(name, 1, 'a question', [handover]);
    await turn('other', 1, 'another question');
    const letter = { conversation: name, channel: 'email', language: 'en', where: { to: 'x' }, at };
    await storage.drafts.put({ id: 'zanzibar-draft', ...letter, sections: [] });
    await storage.outbox.put({ id: 'zanzibar-letter', conversation: name, channel: 'email', content: {}, due: at });
    await done('conversation.read', { conversation: name });
    await done('conversation.export', { conversation: name, format: 'transcript' });
    await done('queue.read', { reference: 'G-ZANZIBAR' });
    await done('draft.read', { draft: 'zanzibar-draft' });
    await done('delivery.decide', { delivery: 'zanzibar-letter', decision: 'drop' });
    await done('conversation.read', { conversation: 'other' });
  }

  const everyEntry = async () => (await storage.audit.list({}, 100)).map(({ what, about }) => [what, about]);
  const cleaned = [
    ['conversation.read', { erased: true }],
    ['conversation.export', { format: 'transcript', erased: true }],
    ['queue.read', { erased: true }],
    ['draft.read', { erased: true }],
    ['delivery.decide', { decision: 'drop', erased: true }],
    ['conversation.read', { conversation: 'other' }],
  ];

  test.each([
    ['when an administrator erases it', () => storage.personalData.erase(name, at)],
    ['when the person asks for it in the chat', () => turn(name, 2, 'delete my data', [{ kind: 'erase' }])],
    ['when its time is over', () => storage.personalData.forget({ ...never, transcripts: '2026-11-01T11:00:00Z' }, at)],
  ])('loses a conversation’s names %s, and keeps that something was done', async (_, erase) => {
    await named();
    if (_.includes('time')) await turn('other', 2, 'still here', [], '2026-11-02T10:00:00Z');
    expect(bytesOnDisk().toLowerCase()).toContain('zanzibar');
    await erase();
    expect(await everyEntry()).toEqual(expect.arrayContaining(cleaned));
    expect(await everyEntry()).toHaveLength(cleaned.length);
    const left = bytesOnDisk()
      .toLowerCase()
      .replaceAll(_.includes('chat') ? name : '\0none', '');
    expect(left).not.toContain('zanzibar');
  });

  const never = Object.fromEntries(kept.map((kind) => [kind, '2000-01-01T00:00:00Z'])) as Record<Kept, string>;
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
