import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deskCorpus } from '../core/matching/desk-corpus.ts';

let folder: string;
const root = new URL('../..', import.meta.url);
const evaluate = (...options: string[]): string =>
  execFileSync(process.execPath, ['src/main.ts', 'eval', ...options], { cwd: root, encoding: 'utf8' });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-eval-'));
  const lines = deskCorpus.intents.flatMap(({ id, phrasings }) =>
    phrasings.map(({ text, language }) => JSON.stringify({ text, intent: id, lang: language })),
  );
  const questions = [
    ['how can i register', 'register', 'en'],
    ['prix du docteur', 'doctor-price', 'fr'],
    ['who is the king of spain', 'oos', 'en'],
  ].map(([text, intent, lang]) => JSON.stringify({ text, intent, lang }));
  writeFileSync(join(folder, 'train.jsonl'), lines.join('\n'));
  writeFileSync(join(folder, 'test.jsonl'), `${questions.join('\n')}\n`);
  writeFileSync(join(folder, 'broken.jsonl'), '{"text":"a","intent":"b"}\n{"text":"a"}\n');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('one JSON object with every field, and nothing else on standard output', () => {
  const out = evaluate(
    '--train',
    join(folder, 'train.jsonl'),
    '--test',
    join(folder, 'test.jsonl'),
    '--typos',
    '--json',
  );
  const figures = JSON.parse(out) as Record<string, unknown>;
  expect(Object.keys(figures).sort()).toEqual(
    [
      'inScopeAccuracy',
      'noisyAccuracy',
      'top3',
      'macroF1',
      'oosRecall',
      'oosPrecision',
      'oosAuroc',
      'buildMs',
      'p50Us',
      'p99Us',
      'perSecond',
      'rssMb',
    ].sort(),
  );
  expect(figures['inScopeAccuracy']).toBe(1);
  expect(figures['oosAuroc']).toBe(1);
});

test('without --typos there is no accuracy with typos', () => {
  const out = evaluate('--train', join(folder, 'train.jsonl'), '--test', join(folder, 'test.jsonl'), '--json');
  expect((JSON.parse(out) as Record<string, unknown>)['noisyAccuracy']).toBeNull();
});

test('the comparison asks the others the same questions', () => {
  const out = evaluate(
    '--train',
    join(folder, 'train.jsonl'),
    '--test',
    join(folder, 'test.jsonl'),
    '--json',
    '--compare',
    'nlpjs,fuse,minisearch',
  );
  const { compare } = JSON.parse(out) as { compare: Record<string, { inScopeAccuracy: number }> };
  expect(Object.keys(compare)).toEqual(['nlpjs', 'fuse', 'minisearch']);
  for (const { inScopeAccuracy } of Object.values(compare)) expect(inScopeAccuracy).toBeGreaterThan(0);
});

test('a file of questions without one to train on is put to the knowledge base', () => {
  const file = join(folder, 'mine.jsonl');
  const lines = [
    ['telephone number of the health insurance', 'phone-number', 'en', 'nominal'],
    ['quel est le numéro de téléphone de la sécu', 'cvec', 'fr'],
    ['what is the weather like tomorrow', 'oos', 'en', 'none'],
  ].map(([text, intent, lang, style]) => JSON.stringify({ text, intent, lang, style }));
  writeFileSync(file, lines.join('\n'));
  const { all, byStyle, wrong } = JSON.parse(evaluate('--test', file, '--json')) as {
    readonly all: Readonly<Record<string, number>>;
    readonly byStyle: Readonly<Record<string, Readonly<Record<string, number>>>>;
    readonly wrong: readonly { readonly expected: readonly string[] }[];
  };
  expect(all).toMatchObject({ given: 3, first: 0.6667, right: 0.6667, wrong: 0.3333 });
  expect(Object.keys(byStyle)).toEqual(['en nominal', 'en none']);
  expect(byStyle['en none']).toMatchObject({ given: 1, right: 1 });
  expect(wrong.map(({ expected }) => expected)).toEqual([['cvec']]);
  expect(evaluate('--test', file)).toContain('expected cvec, given phone-number');
});

test('a topic that the knowledge has not is named', () => {
  const file = join(folder, 'strange.jsonl');
  writeFileSync(file, JSON.stringify({ text: 'a', intent: 'no-such-topic' }));
  const { status, stderr } = spawnSync(process.execPath, ['src/main.ts', 'eval', '--test', file], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toBe(`${file}: the knowledge has no topic "no-such-topic" (input/invalid)\n`);
});

test('cross-validation asks each phrasing once', () => {
  const figures = JSON.parse(evaluate('--train', join(folder, 'train.jsonl'), '--folds', '4', '--json')) as Record<
    string,
    number
  >;
  expect(figures['phrasings']).toBe(deskCorpus.intents.flatMap(({ phrasings }) => phrasings).length);
  expect(figures['inScopeAccuracy']).toBeGreaterThan(0.3);
});

test.each([
  ['a line of the wrong shape is named', ['--train', 'broken.jsonl', '--test', 'broken.jsonl'], 'broken.jsonl:2'],
  [
    'an unknown rival is named with those known',
    ['--train', 'train.jsonl', '--test', 'test.jsonl', '--compare', 'rasa'],
    'nlpjs, fuse, minisearch',
  ],
  ['folds must be a whole number', ['--folds', 'many'], '2 to 50'],
])('%s', (_, options, message) => {
  const given = options.map((option) => (option.endsWith('.jsonl') ? join(folder, option) : option));
  const { status, stderr } = spawnSync(process.execPath, ['src/main.ts', 'eval', ...given], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toContain(message);
});
