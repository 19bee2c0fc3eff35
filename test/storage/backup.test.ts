import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backUp } from '../../src/assembly/backup.ts';
import { compareKeys, keysOf, requireFittingKeys } from '../../src/assembly/keys.ts';
import { move, moveBack } from '../../src/assembly/move.ts';
import { restore } from '../../src/assembly/restore.ts';
import { readConfig, type Config } from '../../src/config.ts';
import { verify } from '../../src/storage/backup-file.ts';
import { copiedTables } from '../../src/storage/copy-database.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { startGuichet } from '../channels/server/running-guichet.ts';
import { at, delivery, entry, turn } from './contract.ts';

let folder: string;
let config: Config;
let printed: string;
const write = process.stdout.write.bind(process.stdout);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-backup-'));
  config = configAt(join(folder, 'living', 'guichet.db'));
  printed = '';
  process.stdout.write = (text: string) => {
    printed += text;
    return true;
  };
});
afterEach(() => {
  process.stdout.write = write;
  rmSync(folder, { recursive: true });
});

function configAt(path: string): Config {
  return readConfig({ DATABASE_URL: `sqlite:${path}` });
}

function pathOf({ DATABASE_URL }: Config): string {
  return DATABASE_URL.kind === 'sqlite' ? DATABASE_URL.path : '';
}

const open = (of: Config) =>
  openStorage({ kind: 'sqlite', path: pathOf(of), durability: 'NORMAL' }, { deliveryKey: keysOf(of).DELIVERY_KEY });

/** A desk with some of everything that the copy could get wrong: a number that was given and erased, words, sealed letters. */
async function someDesk(): Promise<void> {
  const storage = await open(config);
  await requireFittingKeys(storage.keyPrints, keysOf(config));
  const asked = entry('a', { text: 'la carte vitale, où ?' });
  await storage.conversations.save(turn(0, asked, entry('a/1', { direction: 'out', text: 'Voilà.' })));
  await storage.conversations.save({ ...turn(0, entry('b', { conversation: 'gone' })), conversation: 'gone' });
  await storage.personalData.erase('gone', at);
  await storage.addresses.keep('c', { channel: 'email', where: { to: 'ana@example.org' } }, at);
  await storage.outbox.put(delivery('letter'));
  await storage.close();
}

async function standsIn(of: Config): Promise<void> {
  const storage = await open(of);
  await requireFittingKeys(storage.keyPrints, keysOf(of));
  expect((await storage.journal.read('c', 0, 10)).map(({ text }) => text)).toEqual(['la carte vitale, où ?', 'Voilà.']);
  expect(await storage.journal.read('gone', 0, 10)).toEqual([]);
  expect(await storage.addresses.of('c')).toMatchObject({ where: { to: 'ana@example.org' } });
  expect((await storage.outbox.claim('email', at, 10)).map(({ id }) => id)).toEqual(['letter']);
  const found = await storage.search.list({ words: 'ou carte' }, { limit: 10 });
  expect(JSON.stringify(found)).toContain('"c"');
  expect(await storage.conversations.save(turn(1, entry('next')))).toBe('saved');
  await storage.close();
}

test('every table is copied, but what is made anew and what is only a pulse', async () => {
  await (await open(config)).close();
  const beside = new DatabaseSync(pathOf(config), { readOnly: true });
  const names = beside.prepare("select name from sqlite_master where type = 'table'").all();
  beside.close();
  const made = /^(?:conversation_words.*|kysely_.*|sqlite_.*|pulse)$/;
  const ours = names.map(({ name }) => String(name)).filter((name) => !made.test(name));
  expect(ours.sort()).toEqual([...copiedTables].sort());
});

test('a backup that is taken while turns are written is whole, and holds each that was saved before', async () => {
  const storage = await open(config);
  let written = 0;
  const going = new AbortController();
  const writing = (async () => {
    for (; !going.signal.aborted; written += 1) {
      await storage.conversations.save(turn(written, entry(`m${written}`)));
      await setImmediate();
    }
  })();
  for (const name of ['first', 'second']) {
    const before = written;
    const file = join(folder, `${name}.backup`);
    const backup = startGuichet({ DATABASE_URL: `sqlite:${pathOf(config)}` }, ['backup', file]);
    expect(await once(backup, 'exit')).toEqual([0, null]);
    expect(written).toBeGreaterThan(before);
    verify(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const beside = new DatabaseSync(file, { readOnly: true });
    const [{ entries }] = beside.prepare('select count(*) as entries from journal').all() as [{ entries: number }];
    beside.close();
    expect(entries).toBeGreaterThanOrEqual(before);
  }
  going.abort();
  await writing;
  await storage.close();
});

test('restored with its sealed keys the desk goes on; the keys stand nowhere readable', async () => {
  await someDesk();
  const file = join(folder, 'a.backup');
  const passphrase = join(folder, 'passphrase');
  writeFileSync(passphrase, 'correct horse battery\n');
  await backUp(config, file, passphrase);
  const key = Buffer.from(keysOf(config).DELIVERY_KEY).toString('base64url');
  expect(printed + readFileSync(file, 'latin1')).not.toContain(key);
  const again = configAt(join(folder, 'again', 'guichet.db'));
  await restore(again, file, { passphraseFile: passphrase });
  expect(readFileSync(pathOf(again), 'latin1')).not.toContain('backup_keys');
  await standsIn(again);
  await expect(restore(again, file, {})).rejects.toMatchObject({ code: 'config/invalid' });
  writeFileSync(passphrase, 'another passphrase\n');
  const third = configAt(join(folder, 'third', 'guichet.db'));
  await expect(restore(third, file, { passphraseFile: passphrase })).rejects.toMatchObject({ code: 'auth/refused' });
  expect(existsSync(pathOf(third))).toBe(false);
});

test('restored without its keys the start refuses and says what it would cost, until they are accepted', async () => {
  await someDesk();
  const file = join(folder, 'a.backup');
  await backUp(config, file, undefined);
  expect(printed).toMatch(/Left out: DELIVERY_KEY \(.*deliveries\.key\), TOKEN_KEY/);
  const again = configAt(join(folder, 'again', 'guichet.db'));
  await restore(again, file, {});
  const storage = await open(again);
  await expect(requireFittingKeys(storage.keyPrints, keysOf(again))).rejects.toThrow(/DELIVERY_KEY.*2 addresses/);
  await storage.close();
  expect(await compareKeys(again, false)).toBe(false);
  expect(await compareKeys(again, true)).toBe(true);
  expect(await compareKeys(again, false)).toBe(true);
});

test('what is no backup, or a damaged one, is not brought back', async () => {
  const file = join(folder, 'x.backup');
  writeFileSync(file, 'no backup '.repeat(1000));
  await expect(restore(configAt(join(folder, 'new.db')), file, {})).rejects.toMatchObject({ code: 'storage/failed' });
  await someDesk();
  const whole = join(folder, 'whole.backup');
  await backUp(config, whole, undefined);
  const bytes = readFileSync(whole);
  bytes.fill(0x55, 4096 * 3, 4096 * 9);
  writeFileSync(file, bytes);
  await expect(restore(configAt(join(folder, 'new.db')), file, {})).rejects.toMatchObject({ code: 'storage/failed' });
  expect(existsSync(join(folder, 'new.db'))).toBe(false);
});

// Skipped where no server is named; `.ci/run` starts one and runs these in a step of its own.
const url = process.env['TEST_POSTGRES_URL'];
describe.skipIf(url === undefined)('with PostgreSQL', () => {
  const inPostgres = () => {
    const { DELIVERY_KEY, TOKEN_KEY } = keysOf(config);
    return { ...readConfig({ DATABASE_URL: url }), DELIVERY_KEY, TOKEN_KEY } as Config;
  };
  beforeEach(async () => {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query('drop schema public cascade; create schema public');
    await client.end();
  });
  const openThere = () =>
    openStorage({ kind: 'postgres', url: url ?? '' }, { deliveryKey: keysOf(config).DELIVERY_KEY });

  test('a move from a living file brings all, keeps the file from being written, and a backup brings it home', async () => {
    await someDesk();
    const living = await open(config);
    await move(config, url ?? '', join(folder, 'keys.env'));
    await expect(living.conversations.save(turn(1, entry('late')))).rejects.toMatchObject({
      details: { reason: 'moved' },
    });
    await living.close();
    await expect(open(config)).rejects.toMatchObject({ details: { reason: 'moved' } });
    moveBack(config);
    await standsIn(config);
    expect(readFileSync(join(folder, 'keys.env'), 'utf8')).toMatch(/^DELIVERY_KEY=.{43}\nTOKEN_KEY=.{43}\n$/);
    const there = await openThere();
    await requireFittingKeys(there.keyPrints, keysOf(inPostgres()));
    expect(await there.conversations.save(turn(1, entry('first there')))).toBe('saved');
    const fresh = { ...turn(0, entry('d', { conversation: 'd' })), conversation: 'd' };
    expect(await there.conversations.save(fresh)).toBe('saved');
    expect((await there.journal.read('c', 0, 10)).map(({ position }) => position)).toEqual([1, 2, 3]);
    await there.close();
    const file = join(folder, 'b.backup');
    await backUp(inPostgres(), file, undefined);
    const home = configAt(join(folder, 'home', 'guichet.db'));
    const keys = join(folder, 'living');
    await restore(home, file, {});
    for (const name of ['deliveries.key', 'token.key'])
      writeFileSync(join(folder, 'home', name), readFileSync(join(keys, name)));
    const storage = await open(home);
    await requireFittingKeys(storage.keyPrints, keysOf(home));
    expect(await storage.addresses.of('c')).toMatchObject({ where: { to: 'ana@example.org' } });
    expect((await storage.journal.read('c', 0, 10)).map(({ activity }) => activity)).toEqual([
      'a',
      'a/1',
      'first there',
    ]);
    await storage.close();
    const numbers = new DatabaseSync(pathOf(home), { readOnly: true });
    const listed = numbers.prepare('select conversation, number from listed order by number').all();
    numbers.close();
    // 2 was given to the conversation that is erased, and is given to nobody else.
    expect(listed.map((row) => ({ ...row }))).toEqual([
      { conversation: 'c', number: 1 },
      { conversation: 'd', number: 3 },
    ]);
  });

  test('a move that fails leaves the file as it was', async () => {
    await someDesk();
    const there = await openThere();
    await there.conversations.save(turn(0, entry('theirs')));
    await there.close();
    await expect(move(config, url ?? '', undefined)).rejects.toMatchObject({ code: 'config/invalid' });
    await standsIn(config);
  });
});
