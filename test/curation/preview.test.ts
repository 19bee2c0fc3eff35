import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { forms } from '../../dialogs/index.ts';
import { createPreviews } from '../../src/curation/previews.ts';
import { createLinter } from '../../src/curation/linter.ts';
import { day } from '../../src/core/day.ts';
import { createDesk } from '../../src/desk/create-desk.ts';
import { prepare, type Prepared } from '../../src/desk/prepare.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Change } from '../../src/ports/knowledge-changes.ts';
import { createReplays } from '../../src/replay/replays.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { noon, recordingLog } from '../desk/real-desk.ts';

const on = day('2026-11-22');
const rate = 'rates/gp-visit.yaml';
const cacheFolder = 'var';

/** A busy machine takes minutes; what never comes still fails. */
const patience = { timeout: 290_000, interval: 100 };
vi.setConfig({ testTimeout: patience.timeout + 10_000 });

let root: string;
let folder: string;
let prepared: Prepared;
const database = () => ({ kind: 'sqlite', path: join(root, 'guichet.db'), durability: 'NORMAL' }) as const;
const raised = () => readFileSync(join(folder, rate), 'utf8').replace("'30.00'", "'26.50'");

/** Four students before anything is changed. */
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'guichet-preview-'));
  folder = join(root, 'knowledge');
  cpSync('knowledge', folder, { recursive: true });
  prepared = await prepare(loadKnowledge(folder, forms), cacheFolder);
  const storage = await openStorage(database());
  const { takeTurn, apologise, redact, inDanger, asking } = prepared;
  const desk = createDesk({
    takeTurn,
    apologise,
    redact,
    inDanger,
    asking,
    conversations: storage.conversations,
    clock: () => noon,
    log: recordingLog(),
  });
  const said = [
    ['a', 'gp price', 'thanks'],
    ['b', 'gp price'],
    ['c', 'combien coûte une consultation chez le médecin'],
    ['d', 'where is the cpam in angers'],
  ];
  for (const [conversation = '', ...texts] of said)
    for (const text of texts)
      await desk.receive({
        conversation,
        id: text,
        text,
        channel: 'test',
        on,
        locale: conversation === 'c' ? 'fr' : 'en',
      });
  await storage.close();
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

function change(file: string, after: string): Change {
  const author = { id: 'u1', name: 'Ada' };
  const before = readFileSync(join(folder, file), 'utf8');
  return {
    id: 'p1',
    files: [{ file, before, after }],
    author,
    reason: '',
    at: noon.toISOString(),
    state: 'proposed',
    decided: null,
    number: null,
  };
}

test('a new rate shows every text and figure that it changes, and who asked for one', async () => {
  const previews = createPreviews({ folder, cacheFolder, database: database() });
  const proposal = change(rate, raised());
  const state = await vi.waitFor(() => {
    const now = previews.of(proposal, 'k', on);
    expect(now.stage, now.problem ?? '').toBe('done');
    return now;
  }, patience);
  previews.forget();
  expect(state).toMatchObject({ logged: 5, read: 5, compared: 4, newestDone: true, messagesDiffering: 2 });
  expect(state.messages.map(({ text }) => text).sort()).toEqual([
    'combien coûte une consultation chez le médecin',
    'gp price',
  ]);
  const [english] = state.messages.filter(({ language }) => language === 'en');
  expect(english?.before.reply).toContain('30 €');
  expect(english?.after.reply).toContain('26.50 €');
  const told = state.rendered.filter((difference) => difference.on === on);
  expect(told).toContainEqual(expect.objectContaining({ kind: 'answer', id: 'gp-price', language: 'fr' }));
  expect(told).toContainEqual(expect.objectContaining({ kind: 'reimbursement', id: 'gp' }));
  expect(told.map(({ id }) => id)).not.toContain('cpam-angers');
  expect(state.questions?.rightAfter).toBe(state.questions?.rightBefore);
});

test('after a correction the turns that told the wrong figure are found, and no others', async () => {
  const wrong = readFileSync(join(folder, rate), 'utf8');
  writeFileSync(join(folder, rate), raised());
  const replays = createReplays({ folder, cacheFolder, database: database() });
  const id = replays.begin({ filter: {}, limit: 100, before: new Map([[rate, wrong]]), today: on });
  const state = await vi.waitFor(() => {
    const now = replays.state(id);
    expect(now?.stage, now?.problem ?? '').toBe('done');
    return now;
  }, patience);
  replays.forget();
  writeFileSync(join(folder, rate), wrong);
  expect(state?.changed.map(({ conversation, text }) => [conversation, text]).sort()).toEqual([
    ['a', 'gp price'],
    ['b', 'gp price'],
    ['c', 'combien coûte une consultation chez le médecin'],
  ]);
  expect(state?.changed.map(({ then }) => then.reply.includes('30 €') || then.reply.includes('30 €'))).toEqual([
    true,
    true,
    true,
  ]);
  expect(replays.state(id)).toBeNull();
});

test('a replay on what answered then changes nothing', async () => {
  const replays = createReplays({ folder, cacheFolder, database: database() });
  const id = replays.begin({ filter: { channel: 'test' }, limit: 100, before: null, today: on });
  const state = await vi.waitFor(() => {
    const now = replays.state(id);
    expect(now?.stage, now?.problem ?? '').toBe('done');
    return now;
  }, patience);
  replays.forget();
  expect(state).toMatchObject({ conversations: 4, replayed: 4, turns: 5, changing: 0 });
});

test('what is typed is linted, with the line', async () => {
  const lint = createLinter({ folder, forms });
  const text = raised().replace('reviewed: 2026-11-22', 'reviewed: tomorrow');
  const line = text.split('\n').findIndex((one) => one.startsWith('reviewed:')) + 1;
  expect(await lint(new Map([[rate, text]]), on)).toContainEqual(
    expect.objectContaining({ file: rate, field: 'reviewed', line }),
  );
  const intents = 'languages/en/phrases/intents.yaml';
  const typed = `${readFileSync(join(folder, intents), 'utf8')}horoscope: [my stars]\n`;
  expect(await lint(new Map([[intents, typed]]), on)).toContainEqual(
    expect.objectContaining({ file: intents, line: typed.split('\n').length - 1, field: 'horoscope' }),
  );
  expect(await lint(new Map([[rate, raised()]]), on)).toEqual([]);
});
