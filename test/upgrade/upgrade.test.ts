import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { forms } from '../../dialogs/index.ts';
import { hashOf } from '../../src/console/token.ts';
import { openStorage, type Storage } from '../../src/storage/open-storage.ts';
import { createDesk } from '../../src/desk/create-desk.ts';
import { prepare } from '../../src/desk/prepare.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { migrateFolder } from '../../src/knowledge/migrate/migrate-folder.ts';
import { say, serveGuichet } from '../channels/server/running-guichet.ts';
import { openRoom, password } from '../console/room.ts';
import { incoming, noon, recordingLog } from '../desk/real-desk.ts';
import { learnLittle } from '../knowledge/a-folder.ts';
import {
  addEmergency,
  deliveryKey,
  earlierDatabase,
  earlierKnowledge,
  rowsIn,
  type Row,
} from './earlier-installation.ts';

/** What an installation of version 0.1.0 has is there after it starts with today's program. */
let folder: string;
let file: string;
let before: Readonly<Record<string, readonly Row[]>>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-upgrade-'));
  file = earlierDatabase(folder);
  before = rowsIn(file);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const open = () => openStorage({ kind: 'sqlite', path: file, durability: 'NORMAL' }, { deliveryKey });

async function opened<T>(look: (storage: Storage) => Promise<T>): Promise<T> {
  const storage = await open();
  try {
    return await look(storage);
  } finally {
    await storage.close();
  }
}

/** What is meant to go, and why. Whoever adds a line here says what is lost. */
const meantToGo: Readonly<Record<string, (row: Row) => Row | null>> = {
  // Nobody is locked out any more.
  staff: (row) => without(row, ['failures', 'locked_until']),
  // What was typed when a sign-in failed.
  audit: (row) =>
    row['what'] === 'sign-in.refused' && String(row['about']).includes('account')
      ? { ...row, about: '{"why":"refused"}' }
      : row,
  // Stands in `changed_files`, in the layout of the knowledge of today: what becomes of it is tested below.
  knowledge_changes: (row) => without(row, ['file', 'before', 'after']),
  // Links for the first administrator, now that there is one.
  staff_invitations: (row) => (row['role'] === 'admin' && row['name'] === null ? null : row),
};

function without(row: Row, columns: readonly string[]): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !columns.includes(name)));
}

test('every row of every table is there again, whole', async () => {
  await opened(() => Promise.resolve());
  const after = rowsIn(file);
  expect(Object.values(before).flat().length).toBeGreaterThan(50);
  for (const [table, rows] of Object.entries(before)) {
    const expected = rows.flatMap((row) => meantToGo[table]?.(row) ?? (meantToGo[table] === undefined ? [row] : []));
    expect([table, after[table]]).toEqual([table, expected.map((row) => expect.objectContaining(row) as Row)]);
  }
});

test('and is not touched by the next start', async () => {
  await opened(() => Promise.resolve());
  const once = rowsIn(file);
  await opened(() => Promise.resolve());
  expect(rowsIn(file)).toEqual(once);
});

test('the program reads it: conversations, hand-overs, letters, changes, what is sealed', async () => {
  await opened(async (storage) => {
    const journal = await storage.journal.read('asked', 0, 10);
    expect(journal.map(({ direction, text }) => [direction, text.slice(0, 29)])).toEqual([
      ['in', 'how much does a gp visit cost'],
      ['out', 'A visit to a general practiti'],
      ['in', 'write to [e-mail] please'],
      ['out', 'No document answers how to wr'],
    ]);
    expect((await storage.conversations.load('in-a-form')).state).toMatchObject({ turn: 1, language: 'en' });
    const [handover] = await storage.queue.handovers('open', 10);
    expect(handover).toMatchObject({ conversation: 'handed-over', reason: 'asked', opening: 'talk to a person' });
    const holders = await storage.queue.holders([`handover:${handover?.reference ?? ''}`, 'draft:draft-1']);
    expect([...holders.values()].map(({ holder }) => holder?.name).sort()).toEqual(['Ada', 'Ben']);
    expect(await storage.drafts.list('open', 10)).toMatchObject([
      { id: 'draft-1', sections: [{ heading: 'Piano lessons', missing: true }, { text: 'Kind regards' }] },
    ]);
    expect(await storage.addresses.of('by-mail')).toEqual({ channel: 'email', where: { to: 'ana@student.example' } });
    const due = await storage.outbox.claim('email', '2026-12-31T00:00:00.000Z', 10);
    expect(due.map(({ content }) => content['kind'] ?? content['to']).sort()).toEqual([
      'ana@student.example',
      'handover',
      'spoken',
    ]);
    expect(await storage.knowledgeChanges.list({}, 10)).toMatchObject([
      { state: 'published', number: 1, reason: 'clearer', author: { name: 'Ada' } },
      { state: 'proposed', number: null, reason: 'clearer still' },
    ]);
    expect(await storage.annotations.of('asked')).toMatchObject([{ verdict: 'wrong', note: 'Say what comes back.' }]);
    expect([...(await storage.corrections.told('asked'))]).toEqual([1]);
    expect(await storage.mailboxes.read('INBOX')).toEqual({ uidValidity: '1', uid: 41 });
    expect(await storage.personalData.erasures()).toHaveLength(1);
  });
});

test('colleagues sign in with the passwords they had, who was locked out as well, and are invited by the links they got', async () => {
  const storage = await open();
  const room = await openRoom({ ...storage });
  for (const name of ['Ada', 'Ben']) {
    expect((await room.browser().send('/staff/sign-in', { name, password })).status).toBe(303);
  }
  expect(await storage.staff.invitation(hashOf('for-cleo'), '2026-11-23T10:00:00Z')).toEqual({
    role: 'reviewer',
    name: 'Cleo',
  });
  await room.close();
  await storage.close();
});

test('what was typed at failed sign-ins is gone from the files, and so are the links for the first administrator', async () => {
  expect(readFileSync(file, 'latin1')).toContain('four words in a row');
  await opened(async ({ staff, audit }) => {
    for (const link of ['a-first-link', 'another-first-link']) {
      expect(await staff.invitation(hashOf(link), '2026-11-23T10:00:00Z')).toBeNull();
    }
    expect((await audit.list({ what: 'sign-in.refused' }, 10)).map(({ about }) => about)).toEqual(
      expect.arrayContaining([{ why: 'refused' }, { why: 'no-role' }]),
    );
    const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
    expect(bytes.join('')).not.toContain('four words in a row');
  });
});

test.each([
  ['danger', 'life'],
  ['suicide', 'self-harm'],
])('what was heard as “%s” then is found and counted, and nobody has to look after it', async (intent, kind) => {
  addEmergency(file, intent);
  await opened(async ({ search, emergencies, numbers }) => {
    const { conversations } = await search.list({ emergency: true }, { limit: 10 });
    expect(conversations.map(({ conversation }) => conversation)).toEqual(['in-danger']);
    const span = { from: '2026-11-22', until: '2026-11-23' };
    expect(await numbers.emergencies(span)).toEqual([{ degree: 'certain', kind, count: 1 }]);
    const asked = await numbers.questions('intent', span);
    expect(asked.map(({ key }) => key)).not.toContain(intent);
    expect(await emergencies.list(10)).toEqual([]);
    expect(await emergencies.of('in-danger')).toMatchObject({ kind, degree: 'certain', seen: null });
  });
});

test('a form that was open goes on, in the knowledge of then', async () => {
  const earlier = earlierKnowledge(folder);
  const names = readdirSync(join(earlier, 'answers')).map((name) => name.replace('.yaml', ''));
  migrateFolder(earlier, 'knowledge');
  learnLittle(earlier);
  const knowledge = loadKnowledge(earlier, forms);
  expect([...knowledge.answers.keys()].sort()).toEqual(names.sort());
  const prepared = await prepare(knowledge, 'var');
  await opened(async ({ conversations }) => {
    const desk = createDesk({ ...prepared, conversations, clock: () => noon, log: recordingLog() });
    const answered = (text: string) => desk.receive(incoming(text, { conversation: 'in-a-form', channel: 'webchat' }));
    expect((await answered('no')).trace).toMatchObject({ decision: 'dialog', asking: 'work' });
    const { replies, trace } = await answered('no job');
    expect(trace).toMatchObject({ decision: 'dialog', asking: null });
    expect(JSON.stringify(replies)).toContain('You must register with the French general scheme');
  });
});

test('the program starts with both, and loses nothing by running', async () => {
  const knowledge = earlierKnowledge(folder);
  migrateFolder(knowledge, 'knowledge');
  learnLittle(knowledge);
  // What is a year old when this runs must not be forgotten in its time meanwhile.
  const deskFile = join(knowledge, 'desk.yaml');
  writeFileSync(
    deskFile,
    readFileSync(deskFile, 'utf8').replace('keepTranscriptsDays: 180', 'keepTranscriptsDays: 36500'),
  );
  const guichet = await serveGuichet({
    DATABASE_URL: `sqlite:${file}`,
    DELIVERY_KEY: deliveryKey.toString('base64url'),
    KNOWLEDGE_DIR: knowledge,
    CACHE_DIR: 'var',
  });
  expect((await fetch(`${guichet.url}/readyz`)).status).toBe(200);
  expect((await say(guichet.url, 'new', 'new-1', 'how much does a gp visit cost')).texts.join()).toContain('30 €');
  const conversations = rowsIn(file)['conversations']?.map(({ id }) => id);
  expect(conversations).toEqual(expect.arrayContaining(before['conversations']!.map(({ id }) => id)));
  expect(await guichet.end('SIGTERM')).toBe(0);
});

test('with the knowledge folder as it was it does not start, says what to do, and touches nothing', async () => {
  const knowledge = earlierKnowledge(folder);
  const started = serveGuichet({
    DATABASE_URL: `sqlite:${file}`,
    DELIVERY_KEY: deliveryKey.toString('base64url'),
    KNOWLEDGE_DIR: knowledge,
    CACHE_DIR: 'var',
  });
  await expect(started).rejects.toThrow(/guichet knowledge migrate DIR/);
  expect(rowsIn(file)).toEqual(before);
});
