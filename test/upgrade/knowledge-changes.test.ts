import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { forms } from '../../dialogs/index.ts';
import { parse } from 'yaml';
import { createCuration, patchOf, type Curation } from '../../src/curation/curate.ts';
import { readKnowledge } from '../../src/knowledge/load.ts';
import { migrateFolder } from '../../src/knowledge/migrate/migrate-folder.ts';
import { openStorage, type Storage } from '../../src/storage/open-storage.ts';
import { noon } from '../desk/real-desk.ts';
import { earlierDatabase, earlierKnowledge } from './earlier-installation.ts';

/** What colleagues proposed and published before the upgrade is of use after it: on files that lie elsewhere now. */
let upgraded: string;
let folder: string;
let knowledge: string;
let storage: Storage;
let curation: Curation;
const ben = { id: 'u2', name: 'Ben' };

const price = 'answers/gp-price.yaml';
const english = 'languages/en/answers/gp-price.yaml';
const french = 'languages/fr/answers/gp-price.yaml';
const topic = 'topics/gp-price.yaml';

/** The files are moved once; each test has a copy of them, and of the database as version 0.1 left it. */
beforeAll(() => {
  upgraded = mkdtempSync(join(tmpdir(), 'guichet-upgraded-'));
  knowledge = earlierKnowledge(upgraded);
  addTo(earlierDatabase(upgraded));
  migrateFolder(knowledge, 'knowledge');
});
afterAll(() => {
  rmSync(upgraded, { recursive: true });
});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-upgrade-'));
  knowledge = join(folder, 'knowledge');
  for (const name of ['guichet.db', 'knowledge']) cpSync(join(upgraded, name), join(folder, name), { recursive: true });
  storage = await openStorage({ kind: 'sqlite', path: join(folder, 'guichet.db'), durability: 'NORMAL' });
  curation = createCuration({
    folder: knowledge,
    forms,
    changes: storage.knowledgeChanges,
    secondApproval: false,
    published: () => undefined,
    clock: () => noon,
  });
});
afterEach(async () => {
  await storage.close();
  rmSync(folder, { recursive: true });
});

const old = (path: string): string => readFileSync(join(knowledge, path), 'utf8');
const now = (path: string): string => readFileSync(join(knowledge, path), 'utf8');

/** More changes than the kept database has, written as version 0.1 wrote them. */
function addTo(file: string): void {
  const database = new DatabaseSync(file);
  const add = database.prepare(
    "insert into knowledge_changes (id, file, before, after, author, author_name, reason, at, state) values (?, ?, ?, ?, 'u1', 'Ada', 'why', '2026-11-22T10:00:00.000Z', 'proposed')",
  );
  const text = old(price);
  const phrase = old('phrases/fr/conversation.yaml');
  const changes: readonly (readonly [string, string, string | null, string | null])[] = [
    ['asked', price, text, text.replace(/phrasings:\n(?: {6}- .*\n){8}/, '$&      - doc bill how much\n')],
    [
      'all',
      price,
      text,
      text.replaceAll('[', '[X-26, ').replace('Price of a GP', 'What a GP').replace('Prix', 'Le prix'),
    ],
    ['new', 'answers/pianos.yaml', null, text],
    ['gone', price, text, null],
    [
      'phrase',
      'phrases/fr/conversation.yaml',
      phrase,
      phrase.replace(/^nothing-to-read: .*$/m, 'nothing-to-read: Rien lu.'),
    ],
    [
      'rate',
      'rates/gp-visit.yaml',
      old('rates/gp-visit.yaml'),
      old('rates/gp-visit.yaml').replace("'30.00'", "'31.00'"),
    ],
    ['broken', price, text, 'kind: ['],
    ['space', price, text, text.replace('kind: answer', 'kind:  answer')],
  ];
  for (const [id, path, before, after] of changes) add.run(id, path, before, after);
  database.close();
}

const filesOf = async (id: string) => (await storage.knowledgeChanges.read(id))?.files.map(({ file }) => file);

test.each([
  ['a way of asking in one language', 'asked', [english]],
  ['the text, the title and the facts', 'all', [topic, english, french]],
  [
    'a new answer',
    'new',
    ['topics/pianos.yaml', 'languages/en/answers/pianos.yaml', 'languages/fr/answers/pianos.yaml'],
  ],
  ['an answer that goes', 'gone', [topic, english, french]],
  ['a phrase', 'phrase', ['languages/fr/phrases/conversation.yaml']],
  ['a rate', 'rate', ['rates/gp-visit.yaml']],
  ['nothing but space', 'space', [topic, english, french]],
  ['what nobody could read: whole, as it was', 'broken', [price]],
])('a proposal of %s is of the files that it changes', async (_, id, files) => {
  expect(await filesOf(id)).toEqual(files);
});

test.each(['asked', 'all', 'new', 'rate', 'change-2'])(
  'the open proposal %s is published on the new files, with its author and reason',
  async (id) => {
    const change = (await storage.knowledgeChanges.read(id))!;
    expect(await curation.publish(id, ben)).toMatchObject({
      kind: 'published',
      change: { author: { name: 'Ada' }, reason: change.reason, decided: { by: ben } },
    });
    for (const { file, after } of change.files) expect(now(file)).toBe(after);
    expect(readKnowledge(knowledge, forms).problems).toEqual([]);
  },
);

test('one on a file that the upgrade gave new sentences is put on top of them', async () => {
  const [file = ''] = (await filesOf('phrase')) ?? [];
  const supplied = now(file);
  expect(await curation.publish('phrase', ben)).toMatchObject({ kind: 'changed-meanwhile', theirs: null });
  const anew = await curation.rebase('phrase', ben);
  expect(await curation.publish(anew ?? '', ben)).toMatchObject({ kind: 'published' });
  expect(parse(now(file))).toEqual({ ...(parse(supplied) as object), 'nothing-to-read': 'Rien lu.' });
});

test('what the proposal says is what answers', async () => {
  await curation.publish('all', ben);
  const answer = readKnowledge(knowledge, forms).knowledge?.answers.get('gp-price');
  expect(answer?.title).toMatchObject({ en: 'What a GP visit', fr: expect.stringMatching(/^Le prix/) as string });
  expect(answer?.facts).toContain('X-26');
  expect(answer?.text['fr']?.answer).toContain('[X-26, ');
});

test('two open proposals on one answer: the second is put on top of the first', async () => {
  await curation.publish('asked', ben);
  expect(await curation.publish('all', ben)).toMatchObject({ kind: 'changed-meanwhile', theirs: { id: 'asked' } });
  const anew = await curation.rebase('all', ben);
  expect(await curation.publish(anew ?? '', ben)).toMatchObject({ kind: 'published' });
  expect(now(english)).toContain('doc bill how much');
  expect(now(english)).toContain('title: What a GP');
});

test('a version of before the upgrade is brought back', async () => {
  const before = now(topic);
  const [change] = await storage.knowledgeChanges.list({ state: 'published', file: topic }, 5);
  expect(change).toMatchObject({ id: 'change-1', number: 1, files: [{ file: topic, before }] });
  const back = await curation.bringBack('change-1', 'after', ben, 'as it was');
  expect(await curation.publish(back.kind === 'proposed' ? back.id : '', ben)).toMatchObject({ kind: 'published' });
  expect(now(topic)).toBe(`${before.trimEnd()}\n\n# clearer\n`);
  const again = await curation.bringBack('change-1', 'before', ben, 'as it was before');
  await curation.publish(again.kind === 'proposed' ? again.id : '', ben);
  expect(now(topic)).toBe(before);
});

test('a patch of what was changed before and after is one that git takes', async () => {
  const clean = join(folder, 'clean');
  cpSync(knowledge, join(clean, 'knowledge'), { recursive: true });
  // As the folder stood that the first change was published in.
  const [first] = await storage.knowledgeChanges.list({ state: 'published' }, 5);
  for (const { file, after } of first!.files) writeFileSync(join(knowledge, file), after ?? '');
  await curation.publish('asked', ben);
  const patch = patchOf(await storage.knowledgeChanges.list({ state: 'published' }, 100));
  writeFileSync(join(folder, 'changes.patch'), patch);
  execFileSync('git', ['init', '-q'], { cwd: clean });
  execFileSync('git', ['apply', '../changes.patch'], { cwd: clean });
  for (const file of [topic, english]) {
    expect(readFileSync(join(clean, 'knowledge', file), 'utf8')).toBe(now(file));
  }
});

test('what could not be read is refused as before, and can be dropped', async () => {
  expect(await curation.publish('broken', ben)).toMatchObject({ kind: 'broken' });
  expect(await curation.drop('broken', ben)).toBe('dropped');
});
