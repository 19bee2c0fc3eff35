import { existsSync, mkdirSync } from 'node:fs';
import restify from 'restify';
import { forms } from '../../../dialogs/index.ts';
import { toWire } from '../../../src/channels/direct-line/wire.ts';
import { registerConsole } from '../../../src/console/register.ts';
import { hashOf } from '../../../src/console/token.ts';
import { prepare } from '../../../src/desk/prepare.ts';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import { seed } from './seed.ts';

/**
 * `npm run -s bench -- staff [conversations]`: the staff's pages over HTTP with a database of that size: the whole answer,
 * from the request to its last byte. The database is made once and kept in var/.
 */
export async function benchStaff(option = '100000'): Promise<void> {
  const count = Number(option);
  const path = `var/bench/staff-${count}.db`;
  mkdirSync('var/bench', { recursive: true });
  const knowledge = loadKnowledge('knowledge', forms);
  if (!existsSync(path)) {
    process.stdout.write(`Making ${count} conversations …\n`);
    await seed(path, knowledge, count);
  }
  const storage = await openStorage({ kind: 'sqlite', path, durability: 'NORMAL' });
  const prepared = await prepare(knowledge, 'var');
  const { url, close } = await openRoom(storage, prepared);
  const cookie = `staff=${await signedIn(storage)}`;
  const time = async (address: string): Promise<number> => {
    const begun = performance.now();
    const response = await fetch(url + address, { headers: { cookie } });
    await response.text();
    if (response.status !== 200) throw new RangeError(`${address}: ${String(response.status)}`);
    return performance.now() - begun;
  };
  const report = async (name: string, addresses: readonly string[]): Promise<void> => {
    for (const address of addresses) await time(address);
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) for (const address of addresses) times.push(await time(address));
    times.sort((a, b) => a - b);
    const at = (part: number): string => (times[Math.floor(part * (times.length - 1))] ?? 0).toFixed(0).padStart(6);
    process.stdout.write(`${name.padEnd(34)} median ${at(0.5)} ms   p95 ${at(0.95)} ms   worst ${at(1)} ms\n`);
  };
  const search = (query: Record<string, string>) => `/staff/conversations?${new URLSearchParams(query).toString()}`;
  await report('the list', [search({})]);
  await report(
    'a search by words',
    words.map((q) => search({ q })),
  );
  await report('a filter', filters.map(search));
  await report(
    'words and a filter',
    words.map((q) => search({ q, decision: 'handover', channel: 'email' })),
  );
  await report(
    'signs alone',
    ['%', '€', '§'].map((q) => search({ q })),
  );
  const { conversations } = await storage.search.list({}, { limit: 10 });
  await report(
    'a transcript with its reasons',
    conversations.map(({ conversation: id }) => `/staff/conversation?${new URLSearchParams({ id }).toString()}`),
  );
  await report('numbers of twelve weeks', ['/staff/numbers']);
  close();
  await storage.close();
}

type Storage = Awaited<ReturnType<typeof openStorage>>;

async function openRoom(storage: Storage, prepared: Awaited<ReturnType<typeof prepare>>) {
  const server = restify.createServer();
  registerConsole(server, {
    ...storage,
    speak: () => Promise.resolve('no-such-conversation'),
    health: () => Promise.reject(new RangeError('not measured')),
    activities: (entries) =>
      toWire(entries, { user: 'student', bot: { id: 'guichet', name: 'Guichet' }, desk: { id: 'desk', name: 'Desk' } }),
    issuer: null,
    current: () => prepared,
    clock: () => new Date('2026-11-22T12:00:00Z'),
    config: { publicUrl: null, trustProxy: false },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${String(server.address().port)}`,
    close: () => {
      server.server.closeAllConnections();
      server.close();
    },
  };
}

/** A session's token for whoever was made here first. */
async function signedIn({ staff }: Storage): Promise<string> {
  const at = '2026-11-22T12:00:00.000Z';
  const person = await staff.fromIssuer({ subject: 'bench', name: 'Bench', role: 'reviewer', at });
  if (person === 'removed') throw new RangeError('The bench’s account was removed.');
  const token = crypto.randomUUID();
  await staff.openSession({ hash: hashOf(token), account: person.id, at, until: '2027-11-22T12:00:00.000Z' });
  return token;
}

const rounds = 5;
const words = [
  'insurance',
  'carte vitale',
  'how much',
  'médecin traitant',
  'register',
  'remboursement',
  'zzzz',
  'student email',
  'card',
  '30 €',
];
const filters: readonly Record<string, string>[] = [
  { decision: 'handover' },
  { topic: 'costs' },
  { channel: 'email', language: 'fr' },
  { sure: '50' },
  { emergency: 'yes' },
  { from: '2026-01-01', until: '2026-01-31' },
];
