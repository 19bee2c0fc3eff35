import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forms } from '../../dialogs/index.ts';
import { followKnowledge, type Live } from '../../src/knowledge/live.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Knowledge } from '../../src/knowledge/schema.ts';
import { noon, recordingLog } from '../desk/real-desk.ts';
import { copyInTwoLanguages } from '../knowledge/a-folder.ts';

type Version = { readonly knowledge: Knowledge };

let folder: string;
let live: Live<Version>;
/** Learning takes as long as a test wants it to. */
let learned: PromiseWithResolvers<undefined> | null;
let log: ReturnType<typeof recordingLog>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-live-'));
  copyInTwoLanguages(folder);
  learned = null;
  log = recordingLog();
  live = followKnowledge<Version>(
    folder,
    { knowledge: loadKnowledge(folder, forms) },
    {
      forms,
      prepare: async (knowledge) => {
        await learned?.promise;
        return { knowledge };
      },
      clock: () => noon,
      log,
      everyMs: 200,
    },
  );
});
afterEach(() => {
  live.close();
  rmSync(folder, { recursive: true });
});

const city = () => live.current().knowledge.desk.city;
const deskFile = () => join(folder, 'desk.yaml');
function write(from: string, to: string): void {
  writeFileSync(deskFile(), readFileSync(deskFile(), 'utf8').replace(from, to));
}

test('a changed file is seen, and the version before answers until the new one is learned', async () => {
  const before = live.current();
  learned = Promise.withResolvers();
  write('city: Angers', 'city: Dijon');
  await vi.waitFor(() => {
    expect(live.state().busy).toBe(true);
  }, patience);
  expect(city()).toBe('Angers');
  learned.resolve(undefined);
  await vi.waitFor(() => {
    expect(city()).toBe('Dijon');
  }, patience);
  expect(live.state()).toMatchObject({ hash: live.current().knowledge.hash, problem: null });
  expect(before.knowledge.desk.city).toBe('Angers');
});

test('every kind of file is seen: word vectors and lines of examples as well', async () => {
  const [vectors, lines] = ['words.vectors', 'danger.jsonl'].map((name) => join(folder, 'languages/en', name)) as [
    string,
    string,
  ];
  const bytes = readFileSync(vectors);
  // The first look tells changes by contents, those after it by names, sizes and times.
  for (const change of [
    () => {
      rmSync(vectors);
    },
    () => {
      writeFileSync(vectors, bytes);
    },
    () => {
      writeFileSync(lines, existsSync(lines) ? `${readFileSync(lines, 'utf8')}\n` : '{}\n');
    },
  ]) {
    const before = live.state();
    change();
    await vi.waitFor(() => {
      const { hash, problem } = live.state();
      expect([hash, problem?.message]).not.toEqual([before.hash, before.problem?.message]);
    }, patience);
  }
});

test('a file that was broken by hand changes nothing but what the state says, until it is mended', async () => {
  const { hash } = live.state();
  write('city: Angers', 'city: [Angers');
  const state = await live.reload();
  expect(state).toMatchObject({ hash, problem: { code: 'knowledge/invalid-file' } });
  expect(state.problem?.message).toMatch(/desk\.yaml:\d+ not YAML/);
  expect(city()).toBe('Angers');
  expect(log.lines).toContainEqual(expect.objectContaining({ code: 'knowledge/invalid-file', knowledge: hash }));
  write('city: [Angers', 'city: Angers');
  const intents = join(folder, 'languages/en/phrases/intents.yaml');
  const right = readFileSync(intents, 'utf8');
  writeFileSync(intents, `${right}horoscope: [my stars]\n`);
  expect(await live.reload()).toMatchObject({ hash, problem: { code: 'knowledge/unknown-reference' } });
  expect(live.state().problem?.message).toMatch(
    /languages\/en\/phrases\/intents\.yaml:\d+ horoscope: .*accepted: eligibility/,
  );
  writeFileSync(intents, right);
  expect(await live.reload()).toMatchObject({ hash, problem: null });
});

test('what was changed while it was learned is learned next, and whoever asked for it waits for it', async () => {
  learned = Promise.withResolvers();
  write('city: Angers', 'city: Dijon');
  const first = live.reload();
  await vi.waitFor(() => {
    expect(live.state().busy).toBe(true);
  }, patience);
  write('city: Dijon', 'city: Lyon');
  const second = live.reload();
  learned.resolve(undefined);
  await Promise.all([first, second]);
  expect(city()).toBe('Lyon');
});

const patience = { timeout: 110_000, interval: 20 };
