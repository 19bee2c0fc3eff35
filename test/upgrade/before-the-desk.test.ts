import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStorage, type Storage } from '../../src/storage/open-storage.ts';
import { deliveryKey, rowsIn, type Row } from './earlier-installation.ts';

/** A database with hand-overs in every state, judgements, votes, a proposal and accounts, as the program left it before they had states. */
let folder: string;
let file: string;
let before: Readonly<Record<string, readonly Row[]>>;
let storage: Storage;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-before-'));
  file = join(folder, 'guichet.db');
  writeFileSync(file, gunzipSync(readFileSync('test/fixtures/before-the-desk/guichet.db.gz')));
  before = rowsIn(file);
  storage = await openStorage({ kind: 'sqlite', path: file, durability: 'NORMAL' }, { deliveryKey });
});
afterEach(async () => {
  await storage.close();
  rmSync(folder, { recursive: true });
});

test('every row is there, whole; only what a colleague held who was removed is free', () => {
  const after = rowsIn(file);
  for (const [table, rows] of Object.entries(before)) {
    const expected = rows.map((row) =>
      table === 'queue' && row['item'] === 'handover:G-GONE' ? { ...row, who: null, name: null, taken_at: null } : row,
    );
    expect([table, after[table]]).toEqual([table, expected.map((row) => expect.objectContaining(row) as Row)]);
  }
});

test('each hand-over stands as it stood', async () => {
  const [open, closed] = await Promise.all([
    storage.queue.handovers('open', 10),
    storage.queue.handovers('closed', 10),
  ]);
  const standing = [...open, ...closed].map(({ reference, state, holder, wroteAgain, asked }) => [
    reference,
    state,
    holder?.name ?? null,
    wroteAgain,
    asked?.question,
  ]);
  expect(standing.sort()).toEqual([
    ['G-AGAIN', 'taken', 'Ben', true, 'my card of AGAIN never came'],
    ['G-ANSWERED', 'waiting', 'Ben', false, 'my card of ANSWERED never came'],
    ['G-CLOSED', 'closed', 'Ben', false, 'my card of CLOSED never came'],
    ['G-GONE', 'new', null, false, 'my card of GONE never came'],
    ['G-NEW', 'new', null, false, 'my card of NEW never came'],
    ['G-TAKEN', 'taken', 'Ben', false, 'my card of TAKEN never came'],
  ]);
});

test('replies can be saved in it', async () => {
  expect(await storage.savedReplies.list()).toEqual([]);
  const texts = { en: { title: 'Come in', text: 'Come to {{desk}}.' } };
  await storage.savedReplies.keep({ id: 'r-1', texts }, { id: 'ada', name: 'Ada' }, '2026-11-29T10:00:00.000Z');
  expect(await storage.savedReplies.read('r-1')).toMatchObject({ texts, name: 'Ada' });
});

test('judgements, proposals and accounts keep their state', async () => {
  expect(await storage.annotations.list(10)).toMatchObject([
    { conversation: 'TAKEN', verdict: 'right', name: 'Ben' },
    {
      conversation: 'NEW',
      verdict: 'wrong',
      reason: 'misunderstood',
      rightAnswer: 'carte-vitale-wait',
      note: 'they ask how long',
    },
  ]);
  expect(await storage.knowledgeChanges.list({}, 5)).toMatchObject([
    { id: 'k-1', state: 'proposed', reason: 'clearer' },
  ]);
  const accounts = await storage.staff.accounts('2026-11-22T10:00:00.000Z');
  expect(accounts.map(({ name, role, awaySince }) => [name, role, awaySince])).toEqual([
    ['Ada', 'admin', null],
    ['Ben', 'reviewer', null],
  ]);
  expect(await storage.search.find('TAKEN')).toMatchObject({ reviewed: true });
});
