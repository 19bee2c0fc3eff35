import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keyFromFile } from '../../src/storage/keys.ts';
import { openStorage, type Storage } from '../../src/storage/open-storage.ts';
import { at, delivery, entry, storageContract, turn } from './contract.ts';
import { emergenciesContract } from './emergencies-contract.ts';
import { processesContract } from './processes-contract.ts';
import { sendingContract } from './sending-contract.ts';

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

describe('SQLite keeps what a database has to keep', () => {
  storageContract(open);
  emergenciesContract(open);
  sendingContract(open);
  processesContract(open);
});

test('a hand-over and feedback are kept with their turn', async () => {
  const handover = { kind: 'handover', reference: 'G-1', reason: 'asked', facts: { age: 22 } } as const;
  const feedback = { kind: 'feedback', about: 'gp-visit', helpful: false, comment: 'unclear' } as const;
  await storage.conversations.save({ ...turn(0, entry('a')), effects: [handover, feedback] });
  expect(rowsOf('handovers')).toEqual([
    { conversation: 'c', reference: 'G-1', at, wrote_at: null, reason: 'asked', facts: '{"age":22}', state: 'open' },
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

test('no address stands readable in the files, and none is left of what was delivered', async () => {
  await storage.conversations.save(turn(0, entry('a')));
  await storage.addresses.keep('c', { channel: 'email', where: { to: 'ana@example.org' } }, at);
  await storage.outbox.put(delivery('a'));
  await storage.outbox.claim('email', at, 1);
  await storage.outbox.settle('a', { state: 'sent', at });
  expect(bytesOnDisk()).not.toContain('ana@');
  expect(rowsOf('outbox')).toMatchObject([{ id: 'a', state: 'sent', content: '' }]);
});

test('with another key a delivery is given up and an address is none, instead of breaking what else is to be sent', async () => {
  await storage.addresses.keep('c', { channel: 'email', where: {} }, at);
  await storage.outbox.put(delivery('a'));
  await storage.close();
  rmSync(join(folder, 'data', 'deliveries.key'));
  storage = await open();
  await storage.outbox.put(delivery('b'));
  expect((await storage.outbox.claim('email', at, 10)).map(({ id }) => id)).toEqual(['b']);
  expect(await storage.outbox.list(['failed'], 10)).toMatchObject([{ id: 'a', code: 'delivery/unreadable' }]);
  expect(await storage.addresses.of('c')).toBeNull();
});

test('a hand-over puts a delivery for the desk into the outbox, where the desk is told by mail', async () => {
  const announceHandovers = { channel: 'email' };
  const telling = await openStorage({ kind: 'sqlite', path: file, durability: 'NORMAL' }, { announceHandovers });
  const handover = { kind: 'handover', reference: 'G-1', reason: 'asked', facts: {} } as const;
  await telling.conversations.save({ ...turn(0, entry('a')), effects: [handover] });
  expect(await telling.outbox.claim('email', at, 10)).toMatchObject([
    { conversation: 'c', content: { kind: 'handover', reference: 'G-1' } },
  ]);
  await telling.close();
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
