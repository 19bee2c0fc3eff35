import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { beforeEach, describe } from 'vitest';
import { openStorage } from '../../src/storage/open-storage.ts';
import { emergenciesContract } from './emergencies-contract.ts';
import { sendingContract } from './sending-contract.ts';
import { storageContract } from './contract.ts';

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
});
