import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { commands } from '../../src/commands/all.ts';
import { serveGuichet } from '../channels/server/running-guichet.ts';

const folder = mkdtempSync(join(tmpdir(), 'guichet-loaded-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const hook = pathToFileURL(resolve('test/fixtures/record-loaded.ts')).href;

/** What only another command needs: rooms of the project, and packages. */
const ofCommands = [
  /^src\/commands\/(?!all\.ts|command\.ts|missing-package\.ts|serve\.ts)/,
  /^src\/(eval|channels\/ask|knowledge\/lint)\//,
  /^src\/knowledge\/migrate\/(?!second-layout\.ts)/,
  /^src\/assembly\/ask\.ts/,
  /^src\/channels\/teams\/(app-package|icons|manifest|png)\.ts/,
  /^src\/web\/bundle-webchat\.ts/,
  /^(node_modules\/)?(ajv|ajv-draft-04|ajv-formats|@microsoft\/app-manifest|fflate|rolldown)\//,
];

const loadedBy = (file: string): readonly string[] => {
  const here = `${pathToFileURL(resolve('.')).href}/`;
  const urls = [...new Set(readFileSync(file, 'utf8').trim().split('\n'))];
  return urls.map((url) => url.replace(here, '').replace(/^.*\/node_modules\//, 'node_modules/')).sort();
};
const isOfCommands = (module: string): boolean => ofCommands.some((room) => room.test(module));

test('a server that has started has loaded nothing that only another command needs', async () => {
  const file = join(folder, 'serve');
  const server = await serveGuichet({
    DATABASE_URL: `sqlite:${folder}/guichet.db`,
    NODE_OPTIONS: `--import ${hook}`,
    LOADED: file,
    GUICHET_UNPACKED: '1',
  });
  await server.end('SIGTERM');
  const loaded = loadedBy(file);
  expect(loaded).toContain('src/assembly/serve.ts');
  expect(loaded.filter(isOfCommands)).toEqual([]);
});

test.each(Object.keys(commands))('guichet %s --help loads what it says and nothing of what it does', (command) => {
  expect(
    loadedWith(command, '--help')
      .filter((module) => module.endsWith('.ts'))
      .filter((module) => !isHelp(module)),
  ).toEqual([]);
});

test('what a command loads to do its work is seen', () => {
  const modules = loadedWith('teams-package', '--out', `${folder}/none.zip`).filter(isOfCommands);
  expect(modules).toContain('src/channels/teams/app-package.ts');
  expect(modules.some((module) => /^node_modules\/ajv\//.test(module))).toBe(true);
});

/** Without any setting: a command that needs one says so when it has loaded what it works with. */
function loadedWith(...args: readonly string[]): readonly string[] {
  const file = join(folder, args.join('-').replaceAll('/', '-'));
  const env = { PATH: process.env['PATH'], NODE_OPTIONS: `--import ${hook}`, LOADED: file, GUICHET_UNPACKED: '1' };
  spawnSync(process.execPath, ['src/main.ts', ...args], { env });
  return loadedBy(file);
}

function isHelp(module: string): boolean {
  return /^(src\/(main|packed-program|paths-in|program-version|run-command|runtime|core\/errors|day-in-france|core\/day)\.ts|src\/commands\/[^/]+\.ts|test\/(bench|faults|fuzz)\/main\.ts)$/.test(
    module,
  );
}
