import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { beforeEach, describe, expect, test } from 'vitest';
import { openStorage, type Storage } from '../../src/storage/open-storage.ts';
import { emergenciesContract } from './emergencies-contract.ts';
import { sendingContract } from './sending-contract.ts';
import { at, entry, storageContract, turn } from './contract.ts';
import { createCellar, openEchoHouse, type EchoHouse } from '../channels/direct-line/echo-house.ts';
import { takenBackContract } from '../channels/direct-line/taken-back-contract.ts';
import { deskOn, processesContract } from './processes-contract.ts';

/** An empty database for tests alone, e.g. postgres://user:password@localhost/guichet_test: its tables are dropped. */
const url = process.env['TEST_POSTGRES_URL'];

describe.skipIf(url === undefined)('PostgreSQL keeps what a database has to keep', () => {
  const deliveryKey = randomBytes(32);
  const address = { kind: 'postgres', url: url ?? '' } as const;
  beforeEach(async () => {
    const client = new Client({ connectionString: address.url });
    await client.connect();
    await client.query('drop schema public cascade; create schema public');
    await client.end();
  });
  const open = () => openStorage(address, { deliveryKey });
  storageContract(open);
  emergenciesContract(open);
  sendingContract(open);
  processesContract(open);
  takenBackContract(async () => {
    const [one, other] = await Promise.all([houseOn(await open()), houseOn(await open())]);
    return [one, other];
  });

  test('a write is heard in the other process, with how far the conversation reaches', async () => {
    const [one, other] = [await open(), await open()];
    const heard = new Set<number>();
    other.journal.follow('c', (upTo) => heard.add(upTo));
    await expect
      .poll(() =>
        other.ping().then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
    await one.conversations.save(turn(0, entry('a'), entry('a/1', { direction: 'out' })));
    await expect.poll(() => heard.has(2)).toBe(true);
    await one.personalData.erase('c', at);
    await one.close();
    await other.close();
  });

  test('a turn that is saved, and one that comes again, is on the disk', async () => {
    const storage = await open();
    const server = new Client({ connectionString: address.url });
    await server.connect();
    const unflushed = async (): Promise<number> => {
      const { rows } = await server.query<{ bytes: string }>(
        'select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), pg_current_wal_flush_lsn()) as bytes',
      );
      return Number(rows[0]?.bytes);
    };
    const text = 'word '.repeat(4000);
    await storage.conversations.save(turn(0, entry('a', { text })));
    expect(await unflushed()).toBeLessThan(text.length / 10);
    await server.query('set synchronous_commit = off; create table unseen as select generate_series(1, 1000)');
    await storage.conversations.answered('c', 'a');
    expect(await unflushed()).toBeLessThan(1000);
    await server.end();
    await storage.close();
  });

  test('every connection terminated costs nothing that is kept, and what was missed is looked at again', async () => {
    const troubles: unknown[] = [];
    const storage = await openStorage(address, { deliveryKey, trouble: (problem) => troubles.push(problem) });
    const other = await open();
    await expect
      .poll(() =>
        storage.ping().then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
    const looks: number[] = [];
    storage.journal.follow('c', (upTo) => looks.push(upTo));
    const server = new Client({ connectionString: address.url });
    await server.connect();
    await server.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'guichet'");
    await server.end();
    // The first try of each pool may meet a connection that is gone: nothing is kept then, and it is told so.
    await expect.poll(() => other.conversations.save(turn(0, entry('a'))).catch(() => 'failed')).not.toBe('failed');
    await expect.poll(() => looks.includes(Infinity)).toBe(true);
    expect(await storage.journal.read('c', 0, 10)).toHaveLength(1);
    expect(troubles.length).toBeGreaterThan(0);
    await storage.close();
    await other.close();
  });

  test('a row that another program holds fails the write in time, and the connection serves the next', async () => {
    const storage = await open();
    await storage.conversations.save(turn(0, entry('a')));
    const other = new Client({ connectionString: address.url });
    await other.connect();
    await other.query("begin; select * from conversations where id = 'c' for update");
    await expect(storage.conversations.save(turn(1, entry('b')))).rejects.toMatchObject({
      details: { reason: 'locked' },
    });
    await other.query('rollback');
    await other.end();
    expect(await storage.conversations.save(turn(1, entry('b')))).toBe('saved');
    await storage.close();
  });
});

/** A Direct Line door on a storage of its own, which is shut with it. */
async function houseOn(storage: Storage): Promise<EchoHouse> {
  const house = await openEchoHouse(createCellar(), { storage, desk: deskOn(storage) });
  return {
    ...house,
    async close() {
      await house.close();
      await storage.close();
    },
  };
}
