import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What others' licences ask for stands where it is promised: compared with what their packages say. */
const read = (file: string): string => readFileSync(file, 'utf8');
const notice = read('NOTICE');

type Package = {
  readonly version: string;
  readonly license?: unknown;
  readonly dependencies: Readonly<Record<string, string>>;
};
const packageOf = (name: string): Package => JSON.parse(read(`node_modules/${name}/package.json`)) as Package;

test('the licence is the one that package.json names', () => {
  expect(JSON.parse(read('package.json'))).toMatchObject({ license: 'MIT' });
  expect(read('LICENSE')).toMatch(/^MIT License\n\nCopyright \(c\) 2026 Guichet contributors\n/);
});

const stored = readdirSync('knowledge/languages', { recursive: true, encoding: 'utf8' });
test.each(stored.filter((name) => /\.(bloom|vectors)$/.test(name)))('whose work is in languages/%s is said', (file) => {
  expect(notice).toContain(`knowledge/languages/${file}`);
});

test.each(['dictionary-en', 'dictionary-fr'])('the licence of %s is kept in full', (name) => {
  expect(read('docs/licences/dictionaries.txt')).toContain(read(`node_modules/${name}/license`).trim());
  expect(notice).toContain(`${name} ${packageOf(name).version}`);
});

const needed = Object.keys((JSON.parse(read('package.json')) as Package).dependencies);
test.each(needed.filter((name) => packageOf(name).license !== 'MIT'))(
  '%s, which is not under MIT, is named',
  (name) => {
    expect(notice).toContain(name);
  },
);

test.each(['en', 'fr'])('students are told in %s where the names of countries come from', (language) => {
  expect(read(`knowledge/languages/${language}/phrases/web.yaml`)).toMatch(/world-countries.*Open Database License/);
});
