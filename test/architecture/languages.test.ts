import { globSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Every language that the knowledge has a folder for: what is particular to one stands there. */
const languages = readdirSync('knowledge/languages');
const byName = new RegExp(`(['"\`])(${languages.join('|')})\\1|\\b(${languages.join('|')}): ['"/[{]`);

/** What asks the platform's own tables, whichever language is meant, and what tells a person how a code looks. */
const harmless = /new Intl\.\w+\('en',|e\.g\. "en"/;

const namingOne = (source: string): readonly string[] =>
  source
    .split('\n')
    .map((line) => line.replace(/^\s*(\/\/|\/?\*).*/, ''))
    .filter((line) => byName.test(line) && !harmless.test(line));

test('no code knows a language by name', () => {
  const files = globSync('{src,dialogs}/**/*.ts');
  expect(files.length).toBeGreaterThan(500);
  expect(files.flatMap((file) => namingOne(readFileSync(file, 'utf8')).map((line) => `${file}: ${line}`))).toEqual([]);
});

test.each([
  ["language ?? 'en'"],
  ['const scripts = { ar: /x/u, zh: /y/u };'],
  ["new Set(['en', 'fr'])"],
  ['case "de":'],
])('one that does is found: %s', (line) => {
  expect(namingOne(line)).toEqual([line]);
});
