import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const Manifest = z.object({
  scripts: z.record(z.string(), z.string()),
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});
const manifest = Manifest.parse(JSON.parse(readFileSync('package.json', 'utf8')));
const read = (file: string): string => readFileSync(file, 'utf8');
const pages = globSync('{*.md,{.config,deploy,dialogs,docs,knowledge,src,test}/**/*.md}').toSorted();

/** As GitHub names a heading. */
const anchorsOf = (page: string): readonly string[] =>
  [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
const withoutCode = (page: string): string => page.replaceAll(/^```.*?^```$/gms, '').replaceAll(/`[^`]*`/g, '`…`');

function deadLinks(file: string, page: string): readonly string[] {
  const links = [...withoutCode(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? file : normalize(join(dirname(file), path));
      return !existsSync(target) || (anchor !== undefined && !anchorsOf(read(target)).includes(anchor));
    });
}

/** `npm run -s ask`, `npm test`, `npm start`: the scripts that a text tells people to run. */
const scriptsIn = (page: string): readonly string[] => [
  ...[...page.matchAll(/npm run (?:-s )?([a-z][\w-]*)/g)].map(([, name = '']) => name),
  ...[...page.matchAll(/npm (test|start)\b/g)].map(([, name = '']) => name),
];
const unknownScripts = (page: string): readonly string[] =>
  scriptsIn(page).filter((name) => !Object.hasOwn(manifest.scripts, name));

describe.each(pages)('%s', (file) => {
  test('links to what there is', () => {
    expect(deadLinks(file, read(file))).toEqual([]);
  });

  test('names npm scripts that there are', () => {
    expect(unknownScripts(read(file))).toEqual([]);
  });
});

test('a dead link, a dead anchor and an unknown script are found', () => {
  const page = '[a](nowhere.md) [b](README.md#nothing) [c](#here) ![d](docs)\n# Here\n`npm run -s nothing`';
  expect(deadLinks('README.md', page)).toEqual(['nowhere.md', 'README.md#nothing', '#here']);
  expect(unknownScripts(page)).toEqual(['nothing']);
});

describe('the front door', () => {
  test('is one page', () => {
    expect(statSync('README.md').size).toBeLessThanOrEqual(9000);
  });

  test('leads to every page of docs/, at most two steps away', () => {
    const linked = (file: string): readonly string[] =>
      [...withoutCode(read(file)).matchAll(/\]\(([^)#\s]+\.md)/g)].map(([, link = '']) =>
        normalize(join(dirname(file), link)),
      );
    const near = linked('README.md').filter((file) => existsSync(file));
    const reached = new Set([...near, ...near.flatMap(linked)]);
    expect(pages.filter((file) => file.startsWith('docs/') && !reached.has(file))).toEqual([]);
  });
});

describe('docs/dependencies.md', () => {
  test.each([
    ['To serve', manifest.dependencies],
    ['To develop', manifest.devDependencies],
  ])('%s: a line for each package, and for no other', (heading, packages) => {
    const part = read('docs/dependencies.md').split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
    const rows = [...part.matchAll(/^\|([^|]*`[^|]*)\|([^|]*)\|$/gm)];
    const named = rows.flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
    expect(named.toSorted()).toEqual(Object.keys(packages).toSorted());
    expect(rows.filter(([, , why = '']) => why.trim() === '')).toEqual([]);
  });
});

describe('docs/decisions', () => {
  const records = pages.filter((file) => /^docs\/decisions\/\d/.test(file)).toSorted();

  test('are numbered without a gap, dated, and listed in order', () => {
    expect(records.map((file) => Number(/\/(\d{4})-/.exec(file)?.[1]))).toEqual(records.map((_, index) => index + 1));
    const links = [...read('docs/decisions/README.md').matchAll(/\]\((\d[^)]+)\)/g)].map(
      ([, link]) => `docs/decisions/${link}`,
    );
    expect(links).toEqual(records);
  });

  test.each(records)('%s says context, decision and consequences', (file) => {
    expect(read(file)).toMatch(
      /^# \d{4}\. .+\n\n\d{4}-\d\d-\d\d\n[^]*\*\*Context\.\*\*[^]*\*\*Decision\.\*\*[^]*\*\*Consequences\.\*\*/,
    );
  });
});
