import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../src/core/errors.ts';
import type { DatabaseAddress } from '../../src/storage/open-database.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { lockForServing } from '../../src/storage/serving-lock.ts';
import { sqliteDialect } from '../../src/storage/sqlite.ts';
import { storageFailed } from '../../src/storage/stored.ts';
import type { Tables } from '../../src/storage/tables.ts';
import { entry, turn } from './contract.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-refusals-'));
  file = join(folder, 'guichet.db');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const at = (path: string): DatabaseAddress => ({ kind: 'sqlite', path, durability: 'NORMAL' });

describe('a database that cannot be opened says why, each in its own words', () => {
  test.each<[string, string, () => Promise<DatabaseAddress>]>([
    [
      'a file that is no database',
      'no-database',
      async () => {
        writeFileSync(file, 'this is a letter. '.repeat(100));
        return Promise.resolve(at(file));
      },
    ],
    ['a folder in the place of the file', 'read-only', async () => Promise.resolve(at(folder))],
    [
      'a folder that cannot be made',
      'read-only',
      async () => {
        writeFileSync(join(folder, 'plain'), '');
        return Promise.resolve(at(join(folder, 'plain', 'guichet.db')));
      },
    ],
    [
      'a database of a newer version',
      'newer',
      async () => {
        await (await openStorage(at(file))).close();
        const beside = new DatabaseSync(file);
        beside.exec("insert into kysely_migration values ('9999-later', '2099-01-01')");
        beside.close();
        return at(file);
      },
    ],
    [
      'a server that is not there',
      'unreachable',
      async () => Promise.resolve({ kind: 'postgres', url: 'postgres://guichet@127.0.0.1:9/guichet' }),
    ],
  ])('%s', async (_, reason, make) => {
    const problem: unknown = await openStorage(await make(), { deliveryKey: new Uint8Array(32) }).catch(
      (thrown: unknown) => thrown,
    );
    expect(problem).toBeInstanceOf(AppError);
    expect(problem).toMatchObject({ code: 'storage/failed', details: { reason } });
  });
});

test.each<[string, Readonly<Record<string, unknown>>, string]>([
  ['disk full', { code: '53100' }, 'full'],
  ['a password that is wrong', { code: '28P01' }, 'refused'],
  ['a database that is not there', { code: '3D000' }, 'refused'],
  ['too many connections', { code: '53300' }, 'refused'],
  ['a server that is being shut down', { code: '57P01' }, 'unreachable'],
  ['a standby', { code: '25006' }, 'read-only'],
])('of PostgreSQL %s is known', (_, fields, reason) => {
  const problem = storageFailed('It failed.', Object.assign(new RangeError('x'), fields));
  expect(problem.details).toEqual({ reason });
});

test('a full disk is what is said of a transaction that it ended, not that there was none to undo', async () => {
  const db = new Kysely<Tables>({ dialect: sqliteDialect(file, 'NORMAL') });
  await sql`create table papers(text text)`.execute(db);
  await sql`pragma max_page_count = 10`.execute(db);
  const written = db
    .transaction()
    .execute((within) => sql`insert into papers values (${'x'.repeat(100_000)})`.execute(within));
  await expect(written).rejects.toMatchObject({ errcode: 13 });
  // And the next one is taken as if nothing had been.
  await db.transaction().execute((within) => sql`insert into papers values ('small')`.execute(within));
  await db.destroy();
});

test('a write that another program holds up is kept when it lets go, and others are served meanwhile', async () => {
  const storage = await openStorage(at(file));
  const other = new DatabaseSync(file);
  other.exec('begin immediate');
  const saving = storage.conversations.save(turn(0, entry('a')));
  let served = 0;
  for (let tick = 0; tick < 20; tick++) {
    await sleep(5);
    served += 1;
  }
  expect(served).toBe(20);
  other.exec('commit');
  expect(await saving).toBe('saved');
  other.close();
  await storage.close();
});

test('a database is not ready after a write that failed, until one is taken again', async () => {
  const storage = await openStorage(at(file));
  const other = new DatabaseSync(file);
  other.exec("create trigger stuck before insert on journal begin select raise(abort, 'no more'); end");
  other.exec("create trigger still before insert on pulse begin select raise(abort, 'no more'); end");
  await expect(storage.conversations.save(turn(0, entry('a')))).rejects.toMatchObject({ code: 'storage/failed' });
  await expect(storage.ping()).rejects.toMatchObject({ code: 'storage/failed' });
  other.exec('drop trigger stuck; drop trigger still');
  other.close();
  await expect(storage.ping()).resolves.toBeUndefined();
  await storage.close();
});

test('an empty file that many open at once is opened by all, and made once', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => openStorage(at(file))));
  expect(await all[7]?.conversations.save(turn(0, entry('a')))).toBe('saved');
  expect(await all[0]?.journal.read('c', 0, 10)).toHaveLength(1);
  for (const storage of all) await storage.close();
});

test('a migration that fails leaves the file as it was', async () => {
  const beside = new DatabaseSync(file);
  beside.exec('create table mail_codes(id text)');
  beside.close();
  await expect(openStorage(at(file))).rejects.toMatchObject({ code: 'storage/failed' });
  const after = new DatabaseSync(file);
  expect(after.prepare("select name from sqlite_master where type = 'table'").all()).toEqual([{ name: 'mail_codes' }]);
  after.close();
});

test('one process serves from a file, the next one when it has ended', async () => {
  const first = await lockForServing(at(file));
  await expect(lockForServing(at(file))).rejects.toMatchObject({ code: 'config/invalid' });
  first.release();
  (await lockForServing(at(file))).release();
});

test('a key is the database’s from its first start on; another is told by what it does not open', async () => {
  const [ours, other] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
  const open = (deliveryKey: Uint8Array) => openStorage(at(file), { deliveryKey });
  const first = await open(ours);
  await first.conversations.save(turn(0, entry('a')));
  await first.addresses.keep('c', { channel: 'email', where: { to: 'a@b.example' } }, '2026-11-22T12:00:00.000Z');
  // A database of before has no print: what was sealed speaks.
  expect(await first.keyPrints.fits('DELIVERY_KEY', other)).toBe(false);
  expect(await first.keyPrints.fits('DELIVERY_KEY', ours)).toBe(true);
  expect(await first.keyPrints.fits('TOKEN_KEY', ours)).toBe(true);
  expect(await first.keyPrints.fits('TOKEN_KEY', other)).toBe(false);
  expect(await first.keyPrints.unreadable(other)).toBe(1);
  await first.keyPrints.accept('DELIVERY_KEY', other);
  expect(await first.keyPrints.fits('DELIVERY_KEY', ours)).toBe(false);
  await first.close();
});
