import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { withEarlierSafety } from '../../src/knowledge/earlier-safety.ts';
import { readFiles, type SourceFile } from '../../src/knowledge/files.ts';

const today = readFiles('knowledge').filter(({ path }) => /safety|danger|places/.test(path));
const kept = brotliDecompressSync(readFileSync('test/fixtures/as-of-0.1.0/knowledge.json.br')).toString();
const then = (JSON.parse(kept) as Record<string, string>)['safety.yaml'] ?? '';

const folderOf = (safety: string): readonly SourceFile[] => [{ path: 'safety.yaml', bytes: Buffer.from(safety) }];
const textOf = (files: readonly SourceFile[], path: string) =>
  files.find((file) => file.path === path)?.bytes.toString('utf8') ?? '';
const wordsOf = (files: readonly SourceFile[], language: string) =>
  (parse(textOf(files, `languages/${language}/safety.yaml`)) as { words: Record<string, string[]> }).words;

test('a folder of 0.1.0 hears by the words of today, in every language, with the numbers in place', () => {
  const files = withEarlierSafety(folderOf(then));
  expect(textOf(files, 'safety.yaml')).toBe(textOf(today, 'safety.yaml'));
  for (const language of ['ar', 'de', 'en', 'es', 'fr', 'it', 'pt', 'zh']) {
    expect(textOf(files, `languages/${language}/safety.yaml`)).toContain('**112**');
    expect(textOf(files, `languages/${language}/safety.yaml`)).not.toContain('{{');
    expect(textOf(files, `languages/${language}/danger.jsonl`)).toBe(
      textOf(today, `languages/${language}/danger.jsonl`),
    );
    const phrases = Object.values(wordsOf(today, language)).flat();
    expect(Object.values(wordsOf(files, language)).flat()).toEqual(expect.arrayContaining(phrases));
  }
});

test('phrases that a school had added are heard on', () => {
  const safety = parse(then) as { kinds: Record<string, { always: Record<string, string[]> }> };
  safety.kinds['suicide']?.always['en']?.push('the last bell rings for me');
  safety.kinds['danger']?.always['fr']?.push('le labo fume vert');
  const files = withEarlierSafety(folderOf(JSON.stringify(safety)));
  expect(wordsOf(files, 'en')['enough-self-harm']).toContain('the last bell rings for me');
  expect(wordsOf(files, 'fr')['enough-life']).toContain('le labo fume vert');
});

test.each([
  ['today’s', textOf(today, 'safety.yaml')],
  ['a broken one', 'kinds: ['],
])('%s is left as it is', (_, safety) => {
  const files = folderOf(safety);
  expect(withEarlierSafety(files)).toBe(files);
});
