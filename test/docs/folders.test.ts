import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

/** The rows of docs/folders.svg: a folder's height on the picture, by its name. */
const drawn = new Map(
  [
    ...readFileSync('docs/folders.svg', 'utf8').matchAll(/<text class="title folder"[^>]* y="(\d+)"[^>]*>([^<]+)</g),
  ].map(([, y, folder = '']) => [folder, Number(y)]),
);

const Cruised = z.object({
  modules: z.array(z.object({ source: z.string(), dependencies: z.array(z.object({ resolved: z.string() })) })),
});

/** Every import between two folders that are drawn. */
function arrows(): readonly (readonly [from: string, to: string])[] {
  const run = spawnSync(
    'node_modules/.bin/depcruise',
    ['--config', '.config/dependency-cruiser.cjs', '--output-type', 'json', 'src', 'dialogs'],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  const folderOf = (file: string): string | null =>
    /^(?:dialogs|src\/main\.ts|src\/[^/]+(?=\/))/.exec(file)?.[0] ?? null;
  return Cruised.parse(JSON.parse(run.stdout)).modules.flatMap(({ source, dependencies }) => {
    const from = folderOf(source);
    return dependencies.flatMap(({ resolved }) => {
      const to = folderOf(resolved);
      return from === null || to === null ? [] : [[from, to] as const];
    });
  });
}

test('the picture of the folders shows each folder there is', () => {
  const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const expected = [...folders.map(({ name }) => `src/${name}`), 'src/main.ts', 'dialogs'];
  expect([...drawn.keys()].toSorted()).toEqual(expected.toSorted());
});

test('its arrows run down or sideways, as the imports do', () => {
  const imports = arrows();
  expect(imports.length).toBeGreaterThan(100);
  const upwards = imports.filter(([from, to]) => (drawn.get(from) ?? 0) > (drawn.get(to) ?? 0));
  expect([...new Set(upwards.map(([from, to]) => `${from} → ${to}`))]).toEqual([]);
});
