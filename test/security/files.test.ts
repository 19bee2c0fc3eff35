import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tightenFiles } from '../../src/assembly/keep-private.ts';
import { readConfig } from '../../src/config.ts';
import { createErasureList } from '../../src/privacy/erasure-list.ts';
import { keepPrivate } from '../../src/storage/keep-private.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { fingerprintOf, trainedMatcher } from '../../src/training/trained-matcher.ts';
import { deskCorpus } from '../core/matching/desk-corpus.ts';
import { recordingLog } from '../desk/real-desk.ts';
import { serveGuichet } from '../channels/server/running-guichet.ts';
import { entry, turn } from '../storage/contract.ts';

/** What others of the machine can read of what is kept: nothing, also where an earlier version left it open. */
let place: string;
let usual: number;
beforeEach(() => {
  usual = process.umask(0);
  place = mkdtempSync(join(tmpdir(), 'guichet-files-'));
  chmodSync(place, 0o755);
});
afterEach(() => {
  process.umask(usual);
  rmSync(place, { recursive: true });
});

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);
const modesIn = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, modeOf(join(folder, name))]));

test('the database, its log, its index of the log and its key are made for their owner alone, whatever the umask', async () => {
  const path = join(place, 'data', 'guichet.db');
  const storage = await openStorage({ kind: 'sqlite', path, durability: 'NORMAL' });
  await storage.conversations.save(turn(0, entry('a')));
  expect(modesIn(join(place, 'data'))).toEqual({
    'guichet.db': '600',
    'guichet.db-shm': '600',
    'guichet.db-wal': '600',
    'deliveries.key': '600',
  });
  expect(modeOf(join(place, 'data'))).toBe('700');
  await storage.close();
});

test('a trained matcher and the list of erasures are made for their owner alone', async () => {
  const folder = join(place, 'cache');
  await trainedMatcher(deskCorpus, folder);
  const list = createErasureList(join(folder, 'erasures.txt'), {
    erasures: () => Promise.resolve([{ hash: 'a', at: '2026-11-22T10:00:00Z' }]),
    eraseAgain: () => Promise.resolve(0),
  });
  await list.note();
  expect([modeOf(folder), modesIn(folder)]).toEqual([
    '700',
    { [`matcher-${fingerprintOf(deskCorpus)}`]: '600', 'erasures.txt': '600' },
  ]);
});

const names = [
  'guichet.db',
  'guichet.db-wal',
  'guichet.db-shm',
  'matcher-1',
  'token.key',
  'deliveries.key',
  'erasures.txt',
];

function leaveOpen(folder: string, ...files: readonly string[]): void {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  for (const name of files) writeFileSync(join(folder, name), 'x', { mode: 0o644 });
}

test('what an earlier version left open is tightened at the start, and the log says so', () => {
  const folder = join(place, 'var');
  leaveOpen(folder, ...names);
  const log = recordingLog();
  const config = readConfig({ DATABASE_URL: `sqlite:${join(folder, 'guichet.db')}`, CACHE_DIR: folder });
  tightenFiles(config, log);
  expect(modesIn(folder)).toEqual(Object.fromEntries(names.map((name) => [name, '600'])));
  expect(modeOf(folder)).toBe('700');
  expect(log.lines.map(({ mode }) => mode).sort()).toEqual([...names.map(() => '644'), '755']);
  tightenFiles(config, log);
  expect(log.lines).toHaveLength(names.length + 1);
});

test('a folder that others use as well keeps its mode, and the log asks for a look; our files in it are tightened', () => {
  leaveOpen(place, 'guichet.db', 'of-another-program');
  expect(keepPrivate(place, (name) => name === 'guichet.db', '/elsewhere')).toEqual([
    { path: join(place, 'guichet.db'), mode: '644', left: false },
    { path: place, mode: '755', left: true },
  ]);
  expect([modeOf(place), modesIn(place)]).toEqual(['755', { 'guichet.db': '600', 'of-another-program': '644' }]);
});

test('a link with the name of a file of ours is left, and what it leads to keeps its mode', () => {
  const folder = join(place, 'var');
  leaveOpen(place, 'elsewhere');
  leaveOpen(folder);
  symlinkSync(join(place, 'elsewhere'), join(folder, 'token.key'));
  const [link] = keepPrivate(folder, (name) => name === 'token.key', place);
  expect([link, modeOf(join(place, 'elsewhere'))]).toEqual([
    { path: join(folder, 'token.key'), mode: '644', left: true },
    '644',
  ]);
});

test.each(['guichet.db', join('guichet.db', 'below'), 'not-there'])(
  'where no folder is nothing is tightened, and whoever opens what should lie in it says so: %s',
  (path) => {
    leaveOpen(place, 'guichet.db');
    expect(keepPrivate(join(place, path), () => true)).toEqual([]);
  },
);

test.each([
  ['a part of the installation is tightened, whatever lies in it', 'var', '700'],
  ['the installation itself is not', '.', '755'],
  ['nor what it lies in', '..', '755'],
])('%s', (_, folder, mode) => {
  const installation = join(place, 'guichet');
  leaveOpen(join(installation, 'var'), 'guichet.db', 'notes');
  keepPrivate(join(installation, folder), (name) => name === 'guichet.db', installation);
  expect(modeOf(join(installation, folder))).toBe(mode);
});

test('the program that runs leaves nothing open in its folder', async () => {
  const folder = join(place, 'var');
  leaveOpen(folder);
  writeFileSync(join(folder, 'guichet.db'), '', { mode: 0o644 });
  const server = await serveGuichet({ DATABASE_URL: `sqlite:${join(folder, 'guichet.db')}`, CACHE_DIR: 'var' });
  expect(new Set(Object.values(modesIn(folder)))).toEqual(new Set(['600']));
  expect(modeOf(folder)).toBe('700');
  const said = server.lines.filter(({ path }) => String(path).startsWith(folder)).map(({ mode }) => mode);
  expect(said).toEqual(['644', '755']);
  expect(await server.end('SIGTERM')).toBe(0);
});
