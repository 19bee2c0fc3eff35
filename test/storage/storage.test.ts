import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshState } from '../../src/conversation/state.ts';
import type { JournalEntry } from '../../src/ports/journal.ts';
import { keyFromFile } from '../../src/storage/keys.ts';
import { openStorage, type Storage } from '../../src/storage/open-storage.ts';
import { reply, trace } from '../desk/real-desk.ts';

let folder: string;
let file: string;
let storage: Storage;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-storage-'));
  file = join(folder, 'data', 'guichet.db');
  storage = await open();
});
afterEach(async () => {
  await storage.close();
  rmSync(folder, { recursive: true });
});

const open = () => openStorage({ kind: 'sqlite', path: file, durability: 'NORMAL' });
const at = '2026-11-22T12:00:00.000Z';

function entry(activity: string, more: Partial<JournalEntry> = {}): JournalEntry {
  const about = { conversation: 'c', channel: 'test', at, activityJson: null, reply: null, trace: null };
  return { ...about, activity, direction: 'in', text: activity, ...more };
}

function turn(expected: number, ...entries: JournalEntry[]) {
  return { conversation: 'c', expected, state: { ...freshState, turn: expected + 1 }, entries, effects: [], at };
}

/** The bytes of the database on the disk, whatever is still in its log included. */
function bytesOnDisk(): string {
  return [file, `${file}-wal`].map((path) => readFileSync(path, 'latin1')).join('');
}

/** What lies in a table, read beside the program. */
function rowsOf(table: string): unknown[] {
  const beside = new DatabaseSync(file, { readOnly: true });
  const rows = beside.prepare(`select * from ${table}`).all();
  beside.close();
  return rows.map((row) => ({ ...row }));
}

test('a conversation that nobody has spoken in has no state', async () => {
  expect(await storage.conversations.load('c')).toEqual({ state: null, version: 0 });
  expect(await storage.journal.read('c', 0, 10)).toEqual([]);
  expect(await storage.conversations.answered('c', 'a')).toBeNull();
});

test('what was saved is there after closing and opening again', async () => {
  const said = entry('a/1', { direction: 'out', reply: reply('hello'), trace });
  expect(await storage.conversations.save(turn(0, entry('a', { activityJson: '{}' }), said))).toBe('saved');
  await storage.close();
  storage = await open();
  expect(await storage.conversations.load('c')).toEqual({ state: { ...freshState, turn: 1 }, version: 1 });
  expect(await storage.journal.read('c', 0, 10)).toEqual([
    { ...entry('a', { activityJson: '{}' }), position: 1 },
    { ...said, position: 2 },
  ]);
});

test('positions count from 1 without gaps, over turns, and reading goes on after one', async () => {
  await storage.conversations.save(turn(0, entry('a'), entry('a/1', { direction: 'out' })));
  await storage.conversations.save(turn(1, entry('b'), entry('b/1', { direction: 'out' })));
  const all = await storage.journal.read('c', 0, 10);
  expect(all.map(({ position, activity }) => [position, activity])).toEqual([
    [1, 'a'],
    [2, 'a/1'],
    [3, 'b'],
    [4, 'b/1'],
  ]);
  expect((await storage.journal.read('c', 1, 2)).map(({ activity }) => activity)).toEqual(['a/1', 'b']);
});

test('of two writers on the same version one is told of the conflict and leaves nothing behind', async () => {
  await storage.conversations.save(turn(0, entry('a')));
  const outcomes = await Promise.all([
    storage.conversations.save(turn(1, entry('b'))),
    storage.conversations.save(turn(1, entry('c'))),
  ]);
  expect(outcomes.sort()).toEqual(['conflict', 'saved']);
  expect(await storage.journal.read('c', 0, 10)).toHaveLength(2);
});

test('of two processes that open a conversation the second is told of the conflict', async () => {
  const other = await open();
  expect(await other.conversations.load('c')).toMatchObject({ version: 0 });
  await storage.conversations.save(turn(0, entry('a')));
  expect(await other.conversations.save(turn(0, entry('b')))).toBe('conflict');
  expect(await other.conversations.load('c')).toMatchObject({ version: 1 });
  await other.close();
});

test('all entries of the turn that answered an activity are found by it, others are not', async () => {
  await storage.conversations.save(turn(0, entry('a'), entry('a/1', { direction: 'out' })));
  await storage.conversations.save(turn(1, entry('b'), entry('b/1', { direction: 'out' })));
  expect((await storage.conversations.answered('c', 'b'))?.map(({ activity }) => activity)).toEqual(['b', 'b/1']);
  expect(await storage.conversations.answered('c', 'b/1')).toBeNull();
  expect(await storage.conversations.answered('other', 'b')).toBeNull();
});

test('a turn that cannot be written whole is not written at all', async () => {
  await storage.conversations.save(turn(0, entry('a')));
  await expect(storage.conversations.save(turn(1, entry('b'), entry('a')))).rejects.toMatchObject({
    code: 'storage/failed',
  });
  expect(await storage.conversations.load('c')).toMatchObject({ version: 1 });
  expect(await storage.journal.read('c', 0, 10)).toHaveLength(1);
});

test('a hand-over and feedback are kept with their turn', async () => {
  const handover = { kind: 'handover', reference: 'G-1', reason: 'asked', facts: { age: 22 } } as const;
  const feedback = { kind: 'feedback', about: 'gp-visit', helpful: false, comment: 'unclear' } as const;
  await storage.conversations.save({ ...turn(0, entry('a')), effects: [handover, feedback] });
  expect(rowsOf('handovers')).toEqual([
    { conversation: 'c', reference: 'G-1', at, reason: 'asked', facts: '{"age":22}', state: 'open' },
  ]);
  expect(rowsOf('feedback')).toEqual([
    { conversation: 'c', turn: 1, at, about: 'gp-visit', helpful: 0, comment: 'unclear' },
  ]);
});

test('what is erased is gone from the file, and the answer that says so is kept at the next position', async () => {
  const handover = { kind: 'handover', reference: 'G-1', reason: 'whispered', facts: {} } as const;
  await storage.conversations.save({ ...turn(0, entry('whispered words'), entry('x/1')), effects: [handover] });
  await storage.conversations.save({ ...turn(1, entry('erase')), effects: [{ kind: 'erase' }] });
  expect((await storage.journal.read('c', 0, 10)).map(({ position, text }) => [position, text])).toEqual([
    [3, 'erase'],
  ]);
  expect(rowsOf('handovers')).toEqual([]);
  await storage.close();
  expect(readFileSync(file, 'latin1')).not.toContain('whispered');
  storage = await open();
});

test('who follows a conversation hears of each write to it, until they stop', async () => {
  let heard = 0;
  const stop = storage.journal.follow('c', () => (heard += 1));
  await storage.conversations.save(turn(0, entry('a')));
  await storage.conversations.save({ ...turn(0, entry('a', { conversation: 'd' })), conversation: 'd' });
  await storage.conversations.save(turn(0, entry('lost')));
  expect(heard).toBe(1);
  stop();
  await storage.conversations.save(turn(1, entry('b')));
  expect(heard).toBe(1);
});

test('a database that does not answer is a coded error', async () => {
  const closed = await open();
  await closed.close();
  await expect(closed.ping()).rejects.toMatchObject({ code: 'storage/failed' });
  await expect(storage.ping()).resolves.toBeUndefined();
});

test('a file that is no database stops the start with a coded error', async () => {
  const path = join(folder, 'other.db');
  writeFileSync(path, 'this is a letter, not a database. '.repeat(100));
  await expect(openStorage({ kind: 'sqlite', path, durability: 'FULL' })).rejects.toMatchObject({
    code: 'storage/failed',
  });
});

test('a write stands in the files at once, before anything is closed', async () => {
  await storage.conversations.save(turn(0, entry('acknowledged')));
  expect(bytesOnDisk()).toContain('acknowledged');
});

test('a key is made once, for its owner alone', () => {
  const key = keyFromFile(folder, 'token');
  expect(key).toHaveLength(32);
  expect(keyFromFile(folder, 'token')).toEqual(key);
  expect(keyFromFile(folder, 'other')).not.toEqual(key);
  expect(statSync(join(folder, 'token.key')).mode & 0o777).toBe(0o600);
});

test('a file that holds no key says what to do', () => {
  writeFileSync(join(folder, 'token.key'), 'too short');
  expect(() => keyFromFile(folder, 'token')).toThrow(/remove it/);
});
